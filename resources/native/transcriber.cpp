/**
 * Speech to text for Withheld: loads a Whisper model once, reads windows of sound as frames on stdin (frames.hpp)
 * and prints events as lines of JSON on stdout:
 *   ready     the model's facts, and the graphics processors that there are
 *   language  {window, language, probability}    detected in the first window, then kept; among several, in each window
 *   progress  {window, done}                     seconds of the window
 *   segment   {window, t0, t1, noSpeech, tokens: [{id, text, t0, t1, p, dtw}]}   seconds; text is bytes, see JsonLine
 *   aligned   {window, fits, closes, tokens: [{word, p, hint, sure, end, begin, dtw}]}   in place of segments,
 *             where a text was given: see EnforcedText; no tokens where it does not fit
 *   done      {window}
 *   error     {code, detail}                     and the program ends
 * It opens no file but the model, writes none, and ends at once when its stdin is closed without an 'E' frame.
 */
#include "align.hpp"
#include "frames.hpp"
#include "json_line.hpp"

#include <ggml-backend.h>
#include <whisper.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <string_view>
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

struct Settings {
    std::string model;
    std::string language;
    /** Codes with commas between them, of which each window is in one; empty where one language is spoken. */
    std::string languages;
    std::string prompt;
    std::string aheads;
    std::string backends;
    /** `cpu`, the name of a graphics processor as `ready` lists it, or empty: the first of these that can be used. */
    std::string device;
    /** For each of the windows that are worked on at once. */
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

struct Failure : std::runtime_error {
    const char *code;
    Failure(const char *failure_code, const char *detail) : std::runtime_error(detail), code(failure_code) {}
};

/** Whether ggml said that it could not get memory; its functions then only return nothing. */
std::atomic<bool> memory_ran_out{false};
/** Whether a device is there and cannot be used: whisper.cpp then goes on with the processor. */
std::atomic<bool> device_failed{false};

void hearLog(ggml_log_level level, const char *text, void *) {
    if (level != GGML_LOG_LEVEL_ERROR) return;
    if (std::strstr(text, "failed to allocate") || std::strstr(text, "insufficient memory")) memory_ran_out = true;
    if (std::strstr(text, "failed to initialize") && std::strstr(text, "backend")) device_failed = true;
    std::fputs(text, stderr);
}

[[noreturn]] void die(const char *code, const char *detail) {
    JsonLine("error").field("code", code).field("detail", detail).print();
    std::_Exit(1);
}

void onGgmlAbort(const char *message) { die(memory_ran_out ? "OUT_OF_MEMORY" : "FAILED", message); }

void orDie(const std::function<void()> &action) {
    try {
        action();
    } catch (const Failure &failure) {
        die(failure.code, failure.what());
    } catch (const std::bad_alloc &) {
        die("OUT_OF_MEMORY", "an allocation failed");
    } catch (const std::exception &error) {
        die("FAILED", error.what());
    }
}

/** Exceptions on whisper.cpp's own threads end here. */
[[noreturn]] void onTerminate() {
    try {
        if (const auto current = std::current_exception()) std::rethrow_exception(current);
    } catch (const std::bad_alloc &) {
        die("OUT_OF_MEMORY", "an allocation failed");
    } catch (const std::exception &error) {
        die("FAILED", error.what());
    } catch (...) {
    }
    die("FAILED", "terminated");
}

/** Nothing this process holds may be read by others or be left on disk when it dies. */
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

struct ContextDeleter {
    void operator()(whisper_context *context) const { whisper_free(context); }
};
struct StateDeleter {
    void operator()(whisper_state *state) const { whisper_free_state(state); }
};
using Context = std::unique_ptr<whisper_context, ContextDeleter>;
using State = std::unique_ptr<whisper_state, StateDeleter>;

whisper_alignment_heads_preset alignmentHeads(const std::string &model) {
    static const std::map<std::string, whisper_alignment_heads_preset> known = {
        {"tiny", WHISPER_AHEADS_TINY},         {"tiny.en", WHISPER_AHEADS_TINY_EN},
        {"base", WHISPER_AHEADS_BASE},         {"base.en", WHISPER_AHEADS_BASE_EN},
        {"small", WHISPER_AHEADS_SMALL},       {"small.en", WHISPER_AHEADS_SMALL_EN},
        {"medium", WHISPER_AHEADS_MEDIUM},     {"medium.en", WHISPER_AHEADS_MEDIUM_EN},
        {"large-v1", WHISPER_AHEADS_LARGE_V1}, {"large-v2", WHISPER_AHEADS_LARGE_V2},
        {"large-v3", WHISPER_AHEADS_LARGE_V3}, {"large-v3-turbo", WHISPER_AHEADS_LARGE_V3_TURBO},
    };
    const auto found = known.find(model);
    return found == known.end() ? WHISPER_AHEADS_N_TOP_MOST : found->second;
}

/** The graphics processors, in whisper.cpp's order. */
std::vector<ggml_backend_dev_t> graphicsProcessors() {
    std::vector<ggml_backend_dev_t> devices;
    for (size_t i = 0; i < ggml_backend_dev_count(); ++i) {
        const ggml_backend_dev_t device = ggml_backend_dev_get(i);
        const auto type = ggml_backend_dev_type(device);
        if (type == GGML_BACKEND_DEVICE_TYPE_GPU || type == GGML_BACKEND_DEVICE_TYPE_IGPU) devices.push_back(device);
    }
    return devices;
}

void chooseDevice(const Settings &settings, whisper_context_params &params) {
    const auto devices = graphicsProcessors();
    params.use_gpu = settings.device != "cpu" && !devices.empty();
    if (settings.device.empty() || settings.device == "cpu") return;
    for (size_t i = 0; i < devices.size(); ++i) {
        if (settings.device != ggml_backend_dev_name(devices[i])) continue;
        params.gpu_device = static_cast<int>(i);
        return;
    }
    throw Failure("FAILED", "there is no such device");
}

Context loadModel(const Settings &settings) {
    whisper_context_params params = whisper_context_default_params();
    chooseDevice(settings, params);
    // Flash attention computes no attention weights, and DTW needs them.
    params.flash_attn = !settings.dtw;
    params.dtw_token_timestamps = settings.dtw;
    if (settings.dtw) {
        params.dtw_aheads_preset = alignmentHeads(settings.aheads);
        params.dtw_n_top = settings.topLayers;
        // 448 tokens by 1500 places by 20 heads, several times over; whisper.cpp aborts when it is too little.
        params.dtw_mem_size = size_t(512) * 1024 * 1024;
    }
    Context context(whisper_init_from_file_with_params_no_state(settings.model.c_str(), params));
    if (!context) throw Failure(memory_ran_out ? "OUT_OF_MEMORY" : "MODEL_INVALID", "the model was not loaded");
    return context;
}

void tellReady(whisper_context *model, const Settings &settings) {
    JsonLine line("ready");
    line.field("model", whisper_model_type_readable(model))
        .field("multilingual", whisper_is_multilingual(model) != 0)
        .field("encoderLayers", whisper_model_n_audio_layer(model))
        .field("decoderLayers", whisper_model_n_text_layer(model))
        .field("mels", whisper_model_n_mels(model))
        .field("vocabulary", whisper_model_n_vocab(model))
        .field("dtw", settings.dtw)
        .field("deviceFailed", device_failed.load())
        .field("system", whisper_print_system_info())
        .list("devices");
    for (const ggml_backend_dev_t device : graphicsProcessors()) {
        line.item()
            .field("name", ggml_backend_dev_name(device))
            .field("description", ggml_backend_dev_description(device))
            .endItem();
    }
    line.endList().print();
}

/**
 * The language that is spoken: what was asked for, what is detected in the first window, for all of them, or, where
 * several are named, what each window sounds most like of these.
 */
class Language {
public:
    Language(whisper_context *loaded, const Settings &settings)
        : model(loaded), threads(settings.threads), code(whisper_is_multilingual(loaded) ? settings.language : "en") {
        if (!whisper_is_multilingual(loaded)) return;
        for (size_t from = 0; from < settings.languages.size();) {
            const size_t end = std::min(settings.languages.find(',', from), settings.languages.size());
            among.push_back(idOf(settings.languages.substr(from, end - from)));
            from = end + 1;
        }
        if (code != "auto") idOf(code);
    }

    std::string of(int window, const std::vector<float> &samples, whisper_state *state) {
        if (!among.empty()) return detect(window, samples, state);
        const std::lock_guard<std::mutex> lock(mutex);
        if (code == "auto") code = detect(window, samples, state);
        return code;
    }

private:
    whisper_context *model;
    int threads;
    std::mutex mutex;
    std::string code;
    std::vector<int> among;

    static int idOf(const std::string &language) {
        const int id = whisper_lang_id(language.c_str());
        if (id < 0) throw Failure("LANGUAGE_UNKNOWN", "the model does not know the language");
        return id;
    }

    std::string detect(int window, const std::vector<float> &samples, whisper_state *state) {
        std::vector<float> probabilities(static_cast<size_t>(whisper_lang_max_id()) + 1);
        const bool heard =
            whisper_pcm_to_mel_with_state(model, state, samples.data(), static_cast<int>(samples.size()), threads) == 0;
        int id = heard ? whisper_lang_auto_detect_with_state(model, state, 0, threads, probabilities.data()) : -1;
        if (id < 0) throw Failure("FAILED", "the language was not detected");
        const auto probability = [&](int of) { return probabilities[static_cast<size_t>(of)]; };
        double all = 1;
        if (!among.empty()) {
            id = *std::max_element(among.begin(), among.end(),
                                   [&](int a, int b) { return probability(a) < probability(b); });
            all = 0;
            for (const int one : among) all += probability(one);
        }
        const std::string language = whisper_lang_str(id);
        JsonLine("language")
            .field("window", window)
            .field("language", language)
            .field("probability", all > 0 ? probability(id) / all : 0.0)
            .print();
        return language;
    }
};

double seconds(int64_t hundredths) { return static_cast<double>(hundredths) / 100; }

/**
 * How long a token takes to say, in letters. Punctuation is a pause, as in whisper.cpp; a digit or a sign that is read
 * out is a word (whisper.cpp has 3 and 1: a number behind a word then began up to 0.4 s late).
 */
double voiceLength(std::string_view text) {
    double length = 0;
    for (const char c : text) {
        const bool word = (c >= '0' && c <= '9') || std::strchr("+%$=@#&", c) != nullptr;
        const bool pause = c == '.' || c == '!' || c == '?';
        length += word ? 5 : pause ? 3 : c == ',' ? 2 : c == ' ' ? 0.01 : 1;
    }
    return length;
}

struct PlacedToken {
    whisper_token_data data;
    std::string_view text;
    double t0;
    double t1;
};

/**
 * Places a segment's text tokens (seconds). With every token comes the timestamp that the model would have given in
 * its stead: where it is sure enough of one, the token begins there; in between they share the time by their length.
 *
 * whisper.cpp does the same and then moves the edges by the loudness at the wrong place of the sound: on the test
 * interviews 95 % of its word starts are within 0.24 s, of these within 0.08 s.
 */
class TokenPlacer {
public:
    TokenPlacer(whisper_context *loaded, whisper_state *decoded) : model(loaded), state(decoded) {}

    std::vector<PlacedToken> place(int segment) const {
        const double t0 = seconds(whisper_full_get_segment_t0_from_state(state, segment));
        const double t1 = std::max(t0, seconds(whisper_full_get_segment_t1_from_state(state, segment)));
        std::vector<PlacedToken> tokens = textTokens(segment, t0, t1);
        double latest = t0;
        size_t from = 0;
        for (size_t i = 1; i < tokens.size(); ++i) {
            const double hint = tokens[i].t0;
            if (!(hint > latest && hint < t1)) continue;
            spread(tokens, from, i, latest, hint);
            latest = hint;
            from = i;
        }
        spread(tokens, from, tokens.size(), latest, t1);
        return tokens;
    }

private:
    static constexpr float SURE = 0.01f;

    whisper_context *model;
    whisper_state *state;

    bool isTimestamp(const whisper_token_data &token) const { return token.id >= whisper_token_beg(model); }

    double timestamp(whisper_token id) const { return seconds(2 * (id - whisper_token_beg(model))); }

    /** The tokens without timestamps and the like; `t0` is where the model would begin them, NAN if it does not say. */
    std::vector<PlacedToken> textTokens(int segment, double t0, double t1) const {
        std::vector<PlacedToken> tokens;
        double chunk = NAN;
        for (int i = 0; i < whisper_full_n_tokens_from_state(state, segment); ++i) {
            const whisper_token_data data = whisper_full_get_token_data_from_state(state, segment, i);
            // Timestamps count from the start of a chunk of 30 s; the segment's own tell where that is.
            if (isTimestamp(data)) chunk = (tokens.empty() ? t0 : t1) - timestamp(data.id);
            if (data.id >= whisper_token_eot(model)) continue;
            const bool sure = data.pt > SURE && data.ptsum > SURE;
            const char *text = whisper_full_get_token_text_from_state(model, state, segment, i);
            tokens.push_back({data, text, sure ? timestamp(data.tid) : NAN, NAN});
        }
        for (PlacedToken &token : tokens) token.t0 += chunk;
        return tokens;
    }

    static void spread(std::vector<PlacedToken> &tokens, size_t from, size_t to, double start, double end) {
        double total = 0;
        for (size_t i = from; i < to; ++i) total += voiceLength(tokens[i].text);
        double said = 0;
        for (size_t i = from; i < to; ++i) {
            tokens[i].t0 = total > 0 ? start + (end - start) * said / total : start;
            said += voiceLength(tokens[i].text);
            tokens[i].t1 = total > 0 ? start + (end - start) * said / total : end;
        }
    }
};

class Transcriber {
public:
    Transcriber(whisper_context *loaded, Language &known, const Settings &given)
        : model(loaded), language(known), settings(given) {}

    void transcribe(const Frame &frame) {
        window = frame.window;
        threads = frame.kind == 'W' ? settings.threads : settings.threads * settings.atOnce;
        const std::vector<float> samples = frame.samples();
        length = static_cast<double>(samples.size()) / WHISPER_SAMPLE_RATE;
        told = 0;
        // A new state for each window: its random numbers and its text context must not depend on which windows
        // came before, so that a resumed run gives the same words.
        State state(whisper_init_state(model));
        if (!state) throw Failure(memory_ran_out ? "OUT_OF_MEMORY" : "FAILED", "no state for a window");
        const std::string spoken = language.of(window, samples, state.get());
        whisper_full_params params = parameters(spoken);
        if (frame.kind == 'T') return align(EnforcedText(model, frame.text()), params, samples, std::move(state));
        decode(params, samples, state);
        for (int i = 0; i < whisper_full_n_segments_from_state(state.get()); ++i) tellSegment(state.get(), i);
        JsonLine("done").field("window", window).print();
    }

private:
    static constexpr int NO_MEMORY_FOR_DECODERS = -7;

    whisper_context *model;
    Language &language;
    const Settings &settings;
    int window = 0;
    int threads = 1;
    double length = 0;
    /** How far the last progress was, in hundredths of a second. */
    std::atomic<int> told{0};
    static constexpr int PROGRESS_STEP = 50;

    void align(EnforcedText text, whisper_full_params &params, const std::vector<float> &samples, State state) {
        JsonLine line("aligned");
        line.field("window", window).field("fits", text.fits());
        if (text.fits()) {
            text.enforce(params, static_cast<int>(samples.size() * 100 / WHISPER_SAMPLE_RATE));
            decode(params, samples, state);
            std::vector<whisper_token_data> written;
            for (int i = 0; i < whisper_full_n_segments_from_state(state.get()); ++i) {
                for (int k = 0; k < whisper_full_n_tokens_from_state(state.get(), i); ++k) {
                    written.push_back(whisper_full_get_token_data_from_state(state.get(), i, k));
                }
            }
            text.tell(line, written);
        }
        line.print();
        JsonLine("done").field("window", window).print();
    }

    void decode(const whisper_full_params &params, const std::vector<float> &samples, State &state) {
        const int failed =
            whisper_full_with_state(model, state.get(), params, samples.data(), static_cast<int>(samples.size()));
        // whisper.cpp has freed the state itself when it had no memory for more decoders.
        if (failed == NO_MEMORY_FOR_DECODERS) (void)state.release();
        if (failed != 0) throw Failure(memory_ran_out ? "OUT_OF_MEMORY" : "FAILED", "a window was not transcribed");
    }

    whisper_full_params parameters(const std::string &spoken) {
        whisper_full_params params =
            whisper_full_default_params(settings.beam > 1 ? WHISPER_SAMPLING_BEAM_SEARCH : WHISPER_SAMPLING_GREEDY);
        params.beam_search.beam_size = settings.beam;
        params.n_threads = threads;
        params.language = spoken.c_str();
        params.translate = false;
        params.no_context = true;
        params.no_timestamps = !settings.timestamps;
        params.max_tokens = settings.maxTokens;
        if (!settings.fallback) params.temperature_inc = 0;
        if (!settings.prompt.empty()) {
            params.initial_prompt = settings.prompt.c_str();
            params.carry_initial_prompt = true;
        }
        params.print_progress = false;
        params.logits_filter_callback = followTokens;
        params.logits_filter_callback_user_data = this;
        return params;
    }

    /** Whisper decodes 30 s in one go; the timestamps among its tokens tell how far it is. */
    static void followTokens(whisper_context *model, whisper_state *, const whisper_token_data *tokens, int count,
                             float *, void *self) {
        auto &transcriber = *static_cast<Transcriber *>(self);
        if (count == 0 || tokens[count - 1].id <= whisper_token_beg(model)) return;
        transcriber.tellProgress(2 * (tokens[count - 1].id - whisper_token_beg(model)));
    }

    /** Called from several threads, one for each hypothesis that is followed. */
    void tellProgress(int hundredths) {
        int before = told;
        while (hundredths >= before + PROGRESS_STEP) {
            if (!told.compare_exchange_weak(before, hundredths)) continue;
            JsonLine("progress").field("window", window).field("done", std::min(length, seconds(hundredths))).print();
            return;
        }
    }

    void tellSegment(whisper_state *state, int segment) {
        JsonLine line("segment");
        line.field("window", window)
            .field("t0", seconds(whisper_full_get_segment_t0_from_state(state, segment)))
            .field("t1", seconds(whisper_full_get_segment_t1_from_state(state, segment)))
            .field("noSpeech", static_cast<double>(whisper_full_get_segment_no_speech_prob_from_state(state, segment)))
            .list("tokens");
        for (const PlacedToken &token : TokenPlacer(model, state).place(segment)) {
            line.item()
                .field("id", token.data.id)
                .field("text", token.text)
                .field("t0", token.t0)
                .field("t1", token.t1)
                .field("p", static_cast<double>(token.data.p))
                .field("dtw", settings.dtw && token.data.t_dtw >= 0 ? seconds(token.data.t_dtw) : NAN)
                .endItem();
        }
        line.endList().print();
    }
};

/** Works on windows until the end. A failure is told and ends the program. */
void work(FrameReader &frames, whisper_context *model, Language &language, const Settings &settings) {
    orDie([&] {
        Transcriber transcriber(model, language, settings);
        for (Frame frame = frames.next(); frame.kind != 'E'; frame = frames.next()) transcriber.transcribe(frame);
    });
}

void run() {
    FrameReader &frames = *new FrameReader; // its thread outlives main(); nothing may be torn down under it
    const Frame first = frames.next();
    if (first.kind != 'S') throw Failure("FAILED", "settings come first");
    const Settings settings(first.settings());
#ifdef GGML_BACKEND_DL
    // A folder of our own: by default ggml would also look into the working directory for libraries to run.
    ggml_backend_load_all_from_path(settings.backends.c_str());
#endif
    const Context model = loadModel(settings);
    Language language(model.get(), settings);
    tellReady(model.get(), settings);
    // Threads that share a window wait for one another hundreds of times a token; two windows need not wait at all.
    std::vector<std::thread> others;
    for (int i = 1; i < settings.atOnce; ++i) {
        others.emplace_back([&] { work(frames, model.get(), language, settings); });
    }
    work(frames, model.get(), language, settings);
    for (std::thread &other : others) other.join();
}

} // namespace

int main() {
    keepToOurselves();
    whisper_log_set(hearLog, nullptr);
    ggml_set_abort_callback(onGgmlAbort);
    std::set_terminate(onTerminate);
    orDie(run);
    return 0;
}
