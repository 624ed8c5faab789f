#pragma once

#include "json_line.hpp"
#include "settings.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

/** Sample rate (Hz) of what every recogniser hears. */
constexpr int SAMPLE_RATE = 16000;

/** Sound that is heard in one piece. */
struct Window {
    int number;
    int threads;
    /** Mono, at `SAMPLE_RATE`. */
    std::vector<float> samples;
    /** True when a text came with it, and that text, as EnforcedText takes it. */
    bool has_text;
    std::vector<std::string> text;

    double seconds() const { return static_cast<double>(samples.size()) / SAMPLE_RATE; }
};

/** A loaded model of one kind. */
class Recogniser {
public:
    virtual ~Recogniser() = default;
    /** Adds the facts of the model to `ready`. */
    virtual void describe(JsonLine &line) const = 0;
    /**
     * Hears a window and prints all that it has to say of it but `done`. Several threads may call it. @throws Failure
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
    /** Hundredths of a second between two reports. */
    static constexpr int STEP = 50;

    int window;
    double length;
    /** Hundredths of a second that the last report told. */
    std::atomic<int> told{0};
};
