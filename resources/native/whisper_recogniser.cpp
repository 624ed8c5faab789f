#include "align.hpp"
#include "devices.hpp"
#include "failure.hpp"
#include "recogniser.hpp"

#include <whisper.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace {

static_assert(SAMPLE_RATE == WHISPER_SAMPLE_RATE);

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

Context loadModel(const Settings &settings) {
    whisper_context_params params = whisper_context_default_params();
    const DeviceChoice device = chooseDevice(settings);
    params.use_gpu = device.use_gpu;
    params.gpu_device = device.gpu_device;
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
    if (!context) throw Failure(codeFor("MODEL_INVALID"), "the model was not loaded");
    return context;
}

/**
 * The language that is spoken: what was asked for, or what is detected in the first window, for all of them. When
 * several are named, it is that of these which each window sounds most like.
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

/**
 * Returns how long a token takes to say, in letters. Punctuation is a pause, as in whisper.cpp. A digit, or a sign that
 * is read out, is a word (whisper.cpp has 3 and 1: a number behind a word then began up to 0.4 s late).
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
 * Places a segment's text tokens (seconds). With every token comes the timestamp that the model would have given in its
 * place. When the model is sure enough of one, the token begins there; in between, tokens share the time by their
 * length.
 *
 * whisper.cpp does the same and then moves the edges by the loudness at the wrong place of the sound: on the test
 * interviews 95 % of its word starts are within 0.24 s, and 95 % of those placed here within 0.08 s.
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

    /**
     * Returns the tokens without timestamps and the like; `t0` is where the model would begin them, NAN if it does not
     * say.
     */
    std::vector<PlacedToken> textTokens(int segment, double t0, double t1) const {
        std::vector<PlacedToken> tokens;
        double chunk = NAN;
        for (int i = 0; i < whisper_full_n_tokens_from_state(state, segment); ++i) {
            const whisper_token_data data = whisper_full_get_token_data_from_state(state, segment, i);
            // Timestamps count from the start of a chunk of 30 s; the segment's own times tell where that is.
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

/** Hears one window. */
class Hearing {
public:
    Hearing(whisper_context *loaded, Language &known, const Settings &given, const Window &heard)
        : model(loaded), language(known), settings(given), window(heard), progress(heard) {}

    void hear() {
        // A new state for each window: its random numbers and its text context must not depend on which windows
        // came before, so that a resumed run gives the same words.
        State state(whisper_init_state(model));
        if (!state) throw Failure(codeFor("FAILED"), "no state for a window");
        const std::string spoken = language.of(window.number, window.samples, state.get());
        whisper_full_params params = parameters(spoken);
        if (window.has_text) return align(EnforcedText(model, window.text), params, state);
        decode(params, state);
        for (int i = 0; i < whisper_full_n_segments_from_state(state.get()); ++i) tellSegment(state.get(), i);
    }

private:
    static constexpr int NO_MEMORY_FOR_DECODERS = -7;

    whisper_context *model;
    Language &language;
    const Settings &settings;
    const Window &window;
    WindowProgress progress;

    void align(EnforcedText text, whisper_full_params &params, State &state) {
        JsonLine line("aligned");
        line.field("window", window.number).field("fits", text.fits());
        if (text.fits()) {
            text.enforce(params, static_cast<int>(window.samples.size() * 100 / SAMPLE_RATE));
            decode(params, state);
            std::vector<whisper_token_data> written;
            for (int i = 0; i < whisper_full_n_segments_from_state(state.get()); ++i) {
                for (int k = 0; k < whisper_full_n_tokens_from_state(state.get(), i); ++k) {
                    written.push_back(whisper_full_get_token_data_from_state(state.get(), i, k));
                }
            }
            text.tell(line, written);
        }
        line.print();
    }

    void decode(const whisper_full_params &params, State &state) {
        const std::vector<float> &samples = window.samples;
        const int failed =
            whisper_full_with_state(model, state.get(), params, samples.data(), static_cast<int>(samples.size()));
        // whisper.cpp has freed the state itself when it had no memory for more decoders.
        if (failed == NO_MEMORY_FOR_DECODERS) (void)state.release();
        if (failed != 0) throw Failure(codeFor("FAILED"), "a window was not transcribed");
    }

    whisper_full_params parameters(const std::string &spoken) {
        whisper_full_params params =
            whisper_full_default_params(settings.beam > 1 ? WHISPER_SAMPLING_BEAM_SEARCH : WHISPER_SAMPLING_GREEDY);
        params.beam_search.beam_size = settings.beam;
        params.n_threads = window.threads;
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

    /**
     * Tells how far decoding is. Whisper decodes 30 s in one go, and the timestamps among its tokens tell how far it
     * is.
     */
    static void followTokens(whisper_context *model, whisper_state *, const whisper_token_data *tokens, int count,
                             float *, void *self) {
        auto &hearing = *static_cast<Hearing *>(self);
        if (count == 0 || tokens[count - 1].id <= whisper_token_beg(model)) return;
        hearing.progress.tell(2 * (tokens[count - 1].id - whisper_token_beg(model)));
    }

    void tellSegment(whisper_state *state, int segment) {
        JsonLine line("segment");
        line.field("window", window.number)
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

class WhisperRecogniser : public Recogniser {
public:
    explicit WhisperRecogniser(const Settings &given)
        : settings(given), model(loadModel(settings)), language(model.get(), settings) {}

    void describe(JsonLine &line) const override {
        line.field("kind", "whisper")
            .field("model", whisper_model_type_readable(model.get()))
            .field("multilingual", whisper_is_multilingual(model.get()) != 0)
            .field("encoderLayers", whisper_model_n_audio_layer(model.get()))
            .field("decoderLayers", whisper_model_n_text_layer(model.get()))
            .field("mels", whisper_model_n_mels(model.get()))
            .field("vocabulary", whisper_model_n_vocab(model.get()))
            .field("dtw", settings.dtw)
            .field("system", whisper_print_system_info());
    }

    void hear(const Window &window) override { Hearing(model.get(), language, settings, window).hear(); }

private:
    const Settings settings;
    const Context model;
    Language language;
};

} // namespace

std::unique_ptr<Recogniser> openWhisper(const Settings &settings) {
    whisper_log_set(hearLog, nullptr);
    return std::make_unique<WhisperRecogniser>(settings);
}
