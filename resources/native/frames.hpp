#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

/**
 * A frame of what comes in on stdin, little-endian: kind, window number and payload length as 32 bits each, then the
 * payload.
 *   'S' settings: NUL-ended key, NUL-ended value, and so on, in UTF-8. First and once. Settings come this way and
 *       not as arguments because every user of a machine can read the arguments of a running program.
 *   'W' a window: mono 16 kHz float32 samples
 *   'A' a window that is worked on alone: it gets the threads of all
 *   'T' a window and the text that is said in it: the bytes of the text as 32 bits, the text, and the samples. For
 *       each word the text has three NUL-ended parts: what stands there, with the space in front of it, and the two
 *       seconds between which it may begin. The window is worked on alone, too
 *   'E' the normal end: finish what was sent, then exit
 */
struct Frame {
    char kind = 'E';
    int window = 0;
    std::vector<char> payload;

    std::vector<float> samples() const {
        const size_t from = kind == 'T' ? sizeof(uint32_t) + textBytes() : 0;
        std::vector<float> result((payload.size() - from) / sizeof(float));
        std::memcpy(result.data(), payload.data() + from, result.size() * sizeof(float));
        return result;
    }

    std::vector<std::string> text() const {
        const auto begin = payload.begin() + sizeof(uint32_t);
        return split(begin, begin + static_cast<std::ptrdiff_t>(textBytes()));
    }

    std::map<std::string, std::string> settings() const {
        const std::vector<std::string> parts = split(payload.begin(), payload.end());
        std::map<std::string, std::string> result;
        for (size_t i = 0; i + 1 < parts.size(); i += 2) result[parts[i]] = parts[i + 1];
        return result;
    }

private:
    using Bytes = std::vector<char>::const_iterator;

    size_t textBytes() const {
        uint32_t bytes = 0;
        if (payload.size() >= sizeof bytes) std::memcpy(&bytes, payload.data(), sizeof bytes);
        if (payload.size() < sizeof bytes + bytes) throw std::runtime_error("a text is shorter than it says");
        return bytes;
    }

    static std::vector<std::string> split(Bytes from, Bytes to) {
        std::vector<std::string> parts;
        for (auto at = from; at != to;) {
            const auto end = std::find(at, to, '\0');
            parts.emplace_back(at, end);
            at = end == to ? end : end + 1;
        }
        return parts;
    }
};

/**
 * Reads frames on a thread of its own, so that a closed stdin is seen in the middle of a computation: it means that
 * the parent is gone, and then this process ends at once. The parent keeps at most one window waiting, which bounds
 * the memory.
 */
class FrameReader {
public:
    FrameReader() {
        std::thread([this] { readAll(); }).detach();
    }

    /** Waits for the next frame; several threads may. @throws std::runtime_error when what came was not a frame. */
    Frame next() {
        std::unique_lock<std::mutex> lock(mutex);
        arrived.wait(lock, [this] { return !frames.empty() || broken; });
        if (frames.empty()) throw std::runtime_error("what came in is not a frame");
        // The end stays first in the queue, because it is for everyone who waits.
        if (frames.front().kind == 'E') return {};
        Frame frame = std::move(frames.front());
        frames.pop_front();
        return frame;
    }

private:
    static constexpr size_t HEADER = 12;
    /** Most bytes of a payload: ten minutes of samples; more is not a window of ours. */
    static constexpr uint32_t MAX_PAYLOAD = 10 * 60 * 16000 * sizeof(float);
    static constexpr int ORPHANED = 3;

    std::mutex mutex;
    std::condition_variable arrived;
    std::deque<Frame> frames;
    bool broken = false;

    void readAll() {
        for (;;) {
            Frame frame;
            if (!readFrame(frame)) return fail();
            const bool last = frame.kind == 'E';
            {
                const std::lock_guard<std::mutex> lock(mutex);
                frames.push_back(std::move(frame));
            }
            arrived.notify_all();
            if (last) return;
        }
    }

    static bool readFrame(Frame &frame) {
        unsigned char header[HEADER];
        readOrDie(header, HEADER);
        const uint32_t kind = number(header);
        const uint32_t length = number(header + 8);
        const bool known = kind == 'S' || kind == 'W' || kind == 'A' || kind == 'T' || kind == 'E';
        if (!known || length > MAX_PAYLOAD) return false;
        frame.kind = static_cast<char>(kind);
        frame.window = static_cast<int>(number(header + 4));
        frame.payload.resize(length);
        readOrDie(frame.payload.data(), length);
        return true;
    }

    static void readOrDie(void *to, size_t bytes) {
        // exit() would tear down memory under the computation, which still runs.
        if (std::fread(to, 1, bytes, stdin) != bytes) std::_Exit(ORPHANED);
    }

    static uint32_t number(const unsigned char *b) {
        return b[0] | b[1] << 8 | b[2] << 16 | static_cast<uint32_t>(b[3]) << 24;
    }

    void fail() {
        {
            const std::lock_guard<std::mutex> lock(mutex);
            broken = true;
        }
        arrived.notify_all();
    }
};
