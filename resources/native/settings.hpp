#pragma once

#include <map>
#include <string>

/** Settings that the transcriber is told before all else: see the 'S' frame. */
struct Settings {
    std::string model;
    std::string language;
    /** Codes with commas between them; each window is in one of these languages. Empty when one language is spoken. */
    std::string languages;
    std::string prompt;
    std::string aheads;
    std::string backends;
    /**
     * `cpu`, the name of a graphics processor as `ready` lists it, or empty for the first of these that can be used.
     */
    std::string device;
    /** Threads for each of the windows that are worked on at once. */
    int threads;
    int atOnce;
    int beam;
    int topLayers;
    int maxTokens;
    bool dtw;
    bool fallback;
    bool timestamps;

    explicit Settings(const std::map<std::string, std::string> &given) {
        const auto text = [&](const char *key, const char *otherwise) {
            const auto found = given.find(key);
            return found == given.end() ? std::string(otherwise) : found->second;
        };
        const auto number = [&](const char *key, int otherwise) {
            return std::stoi(text(key, std::to_string(otherwise).c_str()));
        };
        model = text("model", "");
        language = text("language", "auto");
        languages = text("languages", "");
        prompt = text("prompt", "");
        aheads = text("aheads", "");
        backends = text("backends", "");
        device = text("device", "");
        threads = number("threads", 1);
        atOnce = number("atOnce", 1);
        beam = number("beam", 5);
        topLayers = number("topLayers", 3);
        maxTokens = number("maxTokens", 0);
        dtw = number("dtw", 0) != 0;
        fallback = number("fallback", 1) != 0;
        timestamps = number("timestamps", 1) != 0;
    }
};
