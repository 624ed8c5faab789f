#pragma once

#include "json_line.hpp"
#include "settings.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

/** Hz: what every recogniser hears. */
constexpr int SAMPLE_RATE = 16000;

/** Sound that is heard in one piece. */
struct Window {
    int number;
    int threads;
    /** Mono. */
    std::vector<float> samples;
    /** Whether a text came with it, and that text, as EnforcedText takes it. */
    bool has_text;
    std::vector<std::string> text;

    double seconds() const { return static_cast<double>(samples.size()) / SAMPLE_RATE; }
};

/** One kind of model, loaded. */
class Recogniser {
public:
    virtual ~Recogniser() = default;
    /** Adds to `ready` what the model is. */
    virtual void describe(JsonLine &line) const = 0;
    /** Hears a window and prints all that it has to say of it but `done`. Several threads may call it. @throws Failure
     */
    virtual void hear(const Window &window) = 0;
};

/** Each loads a model of its kind. @throws Failure */
std::unique_ptr<Recogniser> openWhisper(const Settings &settings);
std::unique_ptr<Recogniser> openParakeet(const Settings &settings);

inline double seconds(int64_t hundredths) { return static_cast<double>(hundredths) / 100; }

/** Tells how far the hearing of a window is, now and then. */
class WindowProgress {
public:
    explicit WindowProgress(const Window &heard) : window(heard.number), length(heard.seconds()) {}

    /** May be called from several threads, one for each hypothesis that is followed. */
    void tell(int hundredths) {
        int before = told;
        while (hundredths >= before + STEP) {
            if (!told.compare_exchange_weak(before, hundredths)) continue;
            JsonLine("progress").field("window", window).field("done", std::min(length, seconds(hundredths))).print();
            return;
        }
    }

private:
    /** Hundredths of a second. */
    static constexpr int STEP = 50;

    int window;
    double length;
    /** How far the last progress was, in hundredths of a second. */
    std::atomic<int> told{0};
};
