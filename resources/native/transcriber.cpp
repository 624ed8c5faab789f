/**
 * Speech to text for Withheld: loads a model once, reads windows of sound as frames on stdin (frames.hpp) and prints
 * events as lines of JSON on stdout:
 *   ready     the kind and the facts of the model, and the graphics processors that there are
 *   language  {window, language, probability}    detected in the first window, then kept; among several, in each window
 *   progress  {window, done}                     seconds of the window
 *   segment   {window, t0, t1, noSpeech, tokens: [{id, text, t0, t1, p, dtw}]}   seconds; text is bytes, see JsonLine
 *   aligned   {window, fits, closes, tokens: [{word, p, hint, sure, end, begin, dtw}]}   in place of segments,
 *             where a text was given: see EnforcedText; no tokens where it does not fit
 *   done      {window}
 *   error     {code, detail}                     and the program ends
 * It opens no file but the model, writes none, and ends at once when its stdin is closed without an 'E' frame.
 *
 * Each kind of model has a room of its own behind the interface of recogniser.hpp: whisper_recogniser.cpp and
 * parakeet_recogniser.cpp. A Parakeet model detects no language and is given no text.
 */
#include "devices.hpp"
#include "failure.hpp"
#include "frames.hpp"
#include "json_line.hpp"
#include "model_kind.hpp"
#include "recogniser.hpp"
#include "settings.hpp"

#include <ggml-backend.h>

#include <exception>
#include <memory>
#include <thread>
#include <vector>

#ifndef _WIN32
#include <sys/resource.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#else
#include <fcntl.h>
#include <io.h>
#endif

namespace {

/** Keeps others from reading what this process holds, and keeps it from being left on disk when the process dies. */
void keepToOurselves() {
#ifndef _WIN32
    umask(077);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0);
#endif
#else
    _setmode(_fileno(stdin), _O_BINARY);
#endif
}

std::unique_ptr<Recogniser> openModel(const Settings &settings) {
    return isParakeet(settings.model) ? openParakeet(settings) : openWhisper(settings);
}

void tellReady(const Recogniser &recogniser) {
    JsonLine line("ready");
    recogniser.describe(line);
    line.field("deviceFailed", device_failed.load()).list("devices");
    for (const ggml_backend_dev_t device : graphicsProcessors()) {
        line.item()
            .field("name", ggml_backend_dev_name(device))
            .field("description", ggml_backend_dev_description(device))
            .endItem();
    }
    line.endList().print();
}

Window windowOf(const Frame &frame, const Settings &settings) {
    const bool alone = frame.kind != 'W';
    const bool has_text = frame.kind == 'T';
    return {frame.window, alone ? settings.threads * settings.atOnce : settings.threads, frame.samples(), has_text,
            has_text ? frame.text() : std::vector<std::string>()};
}

/** Works on windows until the end. A failure is told and ends the program. */
void work(FrameReader &frames, Recogniser &recogniser, const Settings &settings) {
    orDie([&] {
        for (Frame frame = frames.next(); frame.kind != 'E'; frame = frames.next()) {
            recogniser.hear(windowOf(frame, settings));
            JsonLine("done").field("window", frame.window).print();
        }
    });
}

void run() {
    FrameReader &frames = *new FrameReader; // its thread outlives main(); nothing may be torn down under it
    const Frame first = frames.next();
    if (first.kind != 'S') throw Failure("FAILED", "settings come first");
    const Settings settings(first.settings());
#ifdef GGML_BACKEND_DL
    // Libraries come from a folder of our own: by default ggml would also look for them in the working directory.
    ggml_backend_load_all_from_path(settings.backends.c_str());
#endif
    const std::unique_ptr<Recogniser> recogniser = openModel(settings);
    tellReady(*recogniser);
    // Threads that share a window wait for one another hundreds of times a token; two windows need not wait at all.
    std::vector<std::thread> others;
    for (int i = 1; i < settings.atOnce; ++i) {
        others.emplace_back([&] { work(frames, *recogniser, settings); });
    }
    work(frames, *recogniser, settings);
    for (std::thread &other : others) other.join();
}

} // namespace

int main() {
    keepToOurselves();
    ggml_log_set(hearLog, nullptr);
    ggml_set_abort_callback(onGgmlAbort);
    std::set_terminate(onTerminate);
    orDie(run);
    return 0;
}
