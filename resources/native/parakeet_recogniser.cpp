#include "devices.hpp"
#include "failure.hpp"
#include "recogniser.hpp"

#include <parakeet.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

static_assert(SAMPLE_RATE == PARAKEET_SAMPLE_RATE);

struct ContextDeleter {
    void operator()(parakeet_context *context) const { parakeet_free(context); }
};
struct StateDeleter {
    void operator()(parakeet_state *state) const { parakeet_free_state(state); }
};
using Context = std::unique_ptr<parakeet_context, ContextDeleter>;
using State = std::unique_ptr<parakeet_state, StateDeleter>;

Context loadModel(const Settings &settings) {
    parakeet_context_params params = parakeet_context_default_params();
    const DeviceChoice device = chooseDevice(settings);
    params.use_gpu = device.use_gpu;
    params.gpu_device = device.gpu_device;
    Context context(parakeet_init_from_file_with_params_no_state(settings.model.c_str(), params));
    if (!context) throw Failure(codeFor("MODEL_INVALID"), "the model was not loaded");
    return context;
}

struct Token {
    parakeet_token id;
    std::string text;
    /** Seconds of the window. */
    double t0;
    double t1;
    /** 0 to 1 */
    double p;
};

/**
 * Returns a SentencePiece piece as text. Its mark for a space becomes one, and what is not text (`<unk>`, `<|en|>`)
 * becomes nothing.
 */
std::string textOf(const std::string &piece) {
    static const std::string SPACE = "\xE2\x96\x81";
    static const std::vector<std::string> SILENT = {"<unk>", "<pad>", "<s>", "</s>", "[BLANK]"};
    if (std::find(SILENT.begin(), SILENT.end(), piece) != SILENT.end()) return "";
    if (piece.size() > 4 && piece.compare(0, 2, "<|") == 0 && piece.compare(piece.size() - 2, 2, "|>") == 0) return "";
    std::string text;
    for (size_t at = 0; at < piece.size();) {
        const bool space = piece.compare(at, SPACE.size(), SPACE) == 0;
        text += space ? ' ' : piece[at];
        at += space ? SPACE.size() : 1;
    }
    return text;
}

/** Tells whether a token is a sign alone, which nobody says, as in whisper.cpp's list. */
bool isSilent(const std::string &text) {
    const size_t from = text.find_first_not_of(' ');
    return from != std::string::npos && from + 1 == text.size() && std::strchr(".,!?;:'\"-()[]{}", text[from]);
}

/**
 * Gives tokens their ends. A token-and-duration transducer says at which piece of 80 ms a token begins and how many
 * pieces it then skips. What it skips further, without a token, may still be sound of the last one. So that no mask is
 * too short, a token goes on until the next one begins, but no longer than the model can skip at once. Signs take no
 * time, as in whisper.cpp.
 * @param length seconds of the window.
 */
void placeEnds(std::vector<Token> &tokens, double length) {
    constexpr double LONGEST_SKIP = 0.32;
    double next = length;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        if (isSilent(token->text)) continue;
        token->t0 = std::min(token->t0, length);
        token->t1 = std::min(length, std::max(token->t1, std::min(next, token->t1 + LONGEST_SKIP)));
        next = token->t0;
    }
    double end = 0;
    for (Token &token : tokens) {
        if (isSilent(token.text)) token.t0 = token.t1 = end;
        end = token.t1;
    }
}

/** Hears one window. */
class Hearing {
public:
    Hearing(parakeet_context *loaded, const Window &heard) : model(loaded), window(heard), progress(heard) {}

    void hear() {
        if (window.has_text) throw Failure("FAILED", "a Parakeet model lays no text on sound");
        // So few frames say nothing, as with Whisper: levels are measured against those of the whole window.
        if (window.seconds() < SHORTEST_SECONDS) return;
        // Each window gets a new state, so that nothing depends on which windows came before.
        State state(parakeet_init_state(model));
        if (!state) throw Failure(codeFor("FAILED"), "no state for a window");
        const int failed = parakeet_full_with_state(model, state.get(), parameters(), window.samples.data(),
                                                    static_cast<int>(window.samples.size()));
        if (failed != 0) throw Failure(codeFor("FAILED"), "a window was not transcribed");
        placeEnds(tokens, window.seconds());
        if (!tokens.empty()) tellSegment();
    }

private:
    static constexpr double SHORTEST_SECONDS = 0.1;

    parakeet_context *model;
    const Window &window;
    WindowProgress progress;
    std::vector<Token> tokens;

    parakeet_full_params parameters() {
        parakeet_full_params params = parakeet_full_default_params(PARAKEET_SAMPLING_GREEDY);
        params.n_threads = window.threads;
        params.no_context = true;
        params.new_token_callback = takeToken;
        params.new_token_callback_user_data = this;
        return params;
    }

    static void takeToken(parakeet_context *model, parakeet_state *state, const parakeet_token_data *token,
                          void *self) {
        auto &hearing = *static_cast<Hearing *>(self);
        hearing.progress.tell(static_cast<int>(token->t1));
        const std::string text = textOf(parakeet_token_to_str(model, token->id));
        if (text.empty()) return;
        const double p = probability(parakeet_get_logits_from_state(state), parakeet_token_blank(model) + 1, token->id);
        hearing.tokens.push_back({token->id, text, seconds(token->t0), seconds(token->t1), p});
    }

    /**
     * Returns a token's probability. whisper.cpp's own is not a number when a logit is so high, or all are so low, that
     * their powers overflow.
     */
    static double probability(const float *logits, int count, parakeet_token id) {
        double sum = 0;
        for (int i = 0; i < count; ++i) sum += std::exp(static_cast<double>(logits[i]) - logits[id]);
        return std::isfinite(sum) ? 1 / sum : 0;
    }

    void tellSegment() const {
        JsonLine line("segment");
        line.field("window", window.number)
            .field("t0", tokens.front().t0)
            .field("t1", tokens.back().t1)
            .field("noSpeech", 0.0)
            .list("tokens");
        for (const Token &token : tokens) {
            line.item()
                .field("id", token.id)
                .field("text", token.text)
                .field("t0", token.t0)
                .field("t1", token.t1)
                .field("p", token.p)
                .field("dtw", NAN)
                .endItem();
        }
        line.endList().print();
    }
};

class ParakeetRecogniser : public Recogniser {
public:
    explicit ParakeetRecogniser(const Settings &settings) : model(loadModel(settings)) {}

    void describe(JsonLine &line) const override {
        line.field("kind", "parakeet")
            .field("model", "parakeet")
            .field("encoderLayers", parakeet_model_n_audio_layer(model.get()))
            .field("mels", parakeet_model_n_mels(model.get()))
            .field("vocabulary", parakeet_model_n_vocab(model.get()))
            .field("dtw", false)
            .field("system", parakeet_print_system_info());
    }

    void hear(const Window &window) override { Hearing(model.get(), window).hear(); }

private:
    const Context model;
};

} // namespace

std::unique_ptr<Recogniser> openParakeet(const Settings &settings) {
    parakeet_log_set(hearLog, nullptr);
    return std::make_unique<ParakeetRecogniser>(settings);
}
