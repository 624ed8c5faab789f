#pragma once

#include <cmath>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

/**
 * Builds one JSON object and prints it as a line of its own. Bytes outside ASCII become \u0080 to \u00ff, one
 * escape a byte: a token may hold half a character, and so nothing is lost and every line is valid JSON. The
 * reader takes the code points as bytes again and decodes UTF-8 when the pieces are together.
 */
class JsonLine {
public:
    explicit JsonLine(std::string_view type) { field("type", type); }

    JsonLine &field(std::string_view name, std::string_view bytes) {
        key(name);
        string(bytes);
        return *this;
    }

    JsonLine &field(std::string_view name, const char *bytes) { return field(name, std::string_view(bytes)); }

    JsonLine &field(std::string_view name, bool value) {
        key(name);
        text += value ? "true" : "false";
        return *this;
    }

    JsonLine &field(std::string_view name, int value) {
        key(name);
        text += std::to_string(value);
        return *this;
    }

    /** Writes null for what is not a number. */
    JsonLine &field(std::string_view name, double value) {
        key(name);
        if (!std::isfinite(value)) {
            text += "null";
            return *this;
        }
        char digits[32];
        text.append(digits, static_cast<size_t>(std::snprintf(digits, sizeof digits, "%.4f", value)));
        return *this;
    }

    JsonLine &list(std::string_view name) {
        key(name);
        open('[');
        return *this;
    }

    JsonLine &endList() { return close(']'); }

    JsonLine &item() {
        separate();
        open('{');
        return *this;
    }

    JsonLine &endItem() { return close('}'); }

    /** Prints the line at once; the reader on the other side waits for it. Safe from any thread. */
    void print() {
        static std::mutex one_at_a_time;
        const std::lock_guard<std::mutex> lock(one_at_a_time);
        text += "}\n";
        std::fwrite(text.data(), 1, text.size(), stdout);
        std::fflush(stdout);
    }

private:
    std::string text = "{";
    bool first = true;

    void separate() {
        if (!first) text += ',';
        first = false;
    }

    void open(char bracket) {
        text += bracket;
        first = true;
    }

    JsonLine &close(char bracket) {
        text += bracket;
        first = false;
        return *this;
    }

    void key(std::string_view name) {
        separate();
        string(name);
        text += ':';
    }

    void string(std::string_view bytes) {
        text += '"';
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte == '"' || byte == '\\') {
                text += '\\';
                text += c;
            } else if (byte >= 0x20 && byte < 0x7f) {
                text += c;
            } else {
                char escape[8];
                std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
                text += escape;
            }
        }
        text += '"';
    }
};
