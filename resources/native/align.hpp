#pragma once

#include "json_line.hpp"

#include <whisper.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

/**
 * Tokens of a given text, enforced one after the other while Whisper decodes a window. The model cannot write anything
 * else: all that is left to it is when. Between two words it may put timestamps wherever it would have put them by
 * itself. The decoded text ends where the given one does.
 */
class EnforcedText {
public:
    /**
     * A token, and what the model thought of it before it was enforced. Times are seconds of the window, NAN when
     * unknown.
     */
    struct Token {
        whisper_token id;
        /** The word that it is a part of, and the timestamps between which that may begin. */
        int word;
        int from;
        int to;
        /** Its probability among all text, 0 to 1. */
        double p = 0;
        /** The timestamp that the model would have written in its place, and how sure it would have been of one. */
        double hint = NAN;
        double sure = 0;
        /** The timestamp that the model wrote in front of it, and the one for the end of what was said before. */
        double begin = NAN;
        double end = NAN;
    };

    /**
     * @param given for each word its text as it is written, with the space in front of it if there is one, and the two
     * times (seconds of the window) between which it may begin. These anchors keep a model on its way that does not
     * know a word. Each word is cut into tokens by itself, so that no token belongs to two.
     */
    EnforcedText(whisper_context *loaded, const std::vector<std::string> &given)
        : eot(whisper_token_eot(loaded)), beg(whisper_token_beg(loaded)), vocabulary(whisper_n_vocab(loaded)),
          // whisper.cpp decodes at most this much of one window; the timestamps at both ends and the text's end are
          // taken off.
          room(whisper_n_text_ctx(loaded) / 2 - 4 - 3) {
        for (size_t i = 0; i + 2 < given.size(); i += 3) {
            Token token;
            token.word = static_cast<int>(i / 3);
            token.from = static_cast<int>(std::floor(std::stod(given[i + 1]) / STAMP));
            token.to = static_cast<int>(std::ceil(std::stod(given[i + 2]) / STAMP));
            std::vector<whisper_token> ids(given[i].size());
            const int count = whisper_tokenize(loaded, given[i].c_str(), ids.data(), static_cast<int>(ids.size()));
            for (int k = 0; k < count; ++k) {
                token.id = ids[static_cast<size_t>(k)];
                tokens.push_back(token);
            }
        }
    }

    /** Tells whether a window can take all of it. */
    bool fits() const { return static_cast<int>(tokens.size()) <= room; }

    /** Sets the parameters so that the text is enforced. @param window its length in hundredths of a second. */
    void enforce(whisper_full_params &params, int window) {
        last_stamp = window / 2;
        params.logits_filter_callback = filter;
        params.logits_filter_callback_user_data = this;
        // All is in one segment, timestamps among the text: several segments would end behind the last timestamp.
        params.single_segment = true;
        // Somebody may begin to speak at any time. An unlikely text must not end the decoding or begin it anew.
        params.max_initial_ts = 0;
        params.temperature_inc = 0;
        params.entropy_thold = 0;
        params.no_speech_thold = 2;
        params.strategy = WHISPER_SAMPLING_GREEDY;
        params.greedy.best_of = 1;
        params.initial_prompt = nullptr;
    }

    /**
     * Tells of each token when it may begin and how likely it is.
     * @param segment tokens as they were decoded. For each text token whisper.cpp tells when attention moves on behind
     * it. OpenAI's timing.py takes that for its end: it is when the next token begins.
     */
    void tell(JsonLine &line, const std::vector<whisper_token_data> &segment) const {
        std::vector<double> moves;
        for (const whisper_token_data &data : segment) {
            if (data.id < eot) moves.push_back(data.t_dtw < 0 ? NAN : static_cast<double>(data.t_dtw) / 100);
        }
        line.list("tokens");
        for (size_t i = 0; i < tokens.size(); ++i) {
            const Token &token = tokens[i];
            line.item()
                .field("word", token.word)
                .field("p", token.p)
                .field("hint", token.hint)
                .field("sure", token.sure)
                .field("end", token.end)
                .field("begin", token.begin)
                .field("dtw", i > 0 && i - 1 < moves.size() ? moves[i - 1] : NAN)
                .endItem();
        }
        line.endList();
        // Only the end of the text may stand behind the last timestamp.
        double closes = NAN;
        for (const whisper_token_data &data : segment) {
            if (data.id != eot) closes = data.id >= beg ? STAMP * (data.id - beg) : NAN;
        }
        line.field("closes", closes);
    }

private:
    /** Seconds from one timestamp to the next. */
    static constexpr double STAMP = 0.02;

    whisper_token eot;
    whisper_token beg;
    int vocabulary;
    int room;
    /** The last timestamp that lies in the window. */
    int last_stamp = 0;
    std::vector<Token> tokens;

    /** Timestamps before the end of the window: behind an end that near, whisper.cpp takes the window for finished. */
    static constexpr int END_STAMPS = 7;

    /** Timestamps from one to another, both included. */
    struct Range {
        int from;
        int to;
    };

    static void filter(whisper_context *, whisper_state *, const whisper_token_data *written, int count, float *logits,
                       void *self) {
        static_cast<EnforcedText *>(self)->filter(written, count, logits);
    }

    void filter(const whisper_token_data *written, int count, float *logits) {
        size_t next = 0;
        int stamps = 0;
        int latest = 0;
        for (int i = 0; i < count; ++i) {
            if (written[i].id < eot) {
                ++next;
                stamps = 0;
            } else if (written[i].id >= beg) {
                ++stamps;
                latest = written[i].id - beg;
            }
        }
        if (next >= tokens.size()) {
            const Range left{latest, last_stamp};
            return only(logits, stamps == 0 && isAllowed(logits, left) ? -1 : eot, left);
        }
        Token &token = tokens[next];
        if (stamps > 0) noteStamps(written, count, token);
        // The words before may end long before this token begins, but decoding must not end before the text does.
        const bool closes = stamps == 0 && next > 0;
        const Range range{std::max(latest, closes ? tokens[next - 1].from : token.from),
                          std::min(token.to, last_stamp - END_STAMPS)};
        look(logits, token, {std::max(latest, token.from), range.to});
        const bool begins = next == 0 || tokens[next - 1].word != token.word;
        const bool wanted = count == 0 || (stamps == 1 && next > 0) ||
                            (closes && begins && hasRoom(next, count) && prefersStamp(logits, range));
        only(logits, wanted && isAllowed(logits, range) ? -1 : token.id, range);
    }

    /** Notes what was written in front of a token: the end of what was said before, and where the token begins. */
    void noteStamps(const whisper_token_data *written, int count, Token &token) const {
        token.begin = STAMP * (written[count - 1].id - beg);
        if (count > 1 && written[count - 2].id >= beg) token.end = STAMP * (written[count - 2].id - beg);
    }

    bool hasRoom(size_t next, int count) const { return count + 2 + static_cast<int>(tokens.size() - next) < room; }

    bool isAllowed(const float *logits, const Range &range) const {
        for (int i = range.from; i <= range.to; ++i) {
            if (logits[beg + i] > -INFINITY) return true;
        }
        return false;
    }

    /**
     * Tells whether a timestamp is next. As the model decides by itself, it is when all timestamps together are
     * likelier than any text (OpenAI's decoding.py).
     */
    bool prefersStamp(const float *logits, const Range &range) const {
        const float text = *std::max_element(logits, logits + eot);
        double sum = 0;
        for (int i = range.from; i <= range.to; ++i) sum += std::exp(static_cast<double>(logits[beg + i] - text));
        return sum > 1;
    }

    void look(const float *logits, Token &token, const Range &range) const {
        const float highest = *std::max_element(logits, logits + vocabulary);
        double text = 0;
        for (int i = 0; i < eot; ++i) text += std::exp(static_cast<double>(logits[i] - highest));
        double stamps = 0;
        double best = 0;
        int at = -1;
        for (int i = range.from; i <= range.to; ++i) {
            const double weight = std::exp(static_cast<double>(logits[beg + i] - highest));
            stamps += weight;
            if (weight > best) {
                best = weight;
                at = i;
            }
        }
        token.p = text > 0 ? std::exp(static_cast<double>(logits[token.id] - highest)) / text : 0;
        if (at < 0) return;
        token.hint = STAMP * at;
        token.sure = std::min(best / stamps, stamps / (text + stamps));
    }

    /** Leaves one token or, when there is none, the timestamps of a range. */
    void only(float *logits, whisper_token id, const Range &range) const {
        const float kept = id < 0 ? 0 : logits[id];
        for (int i = 0; i < vocabulary; ++i) {
            const bool stays = id < 0 && i >= beg + range.from && i <= beg + range.to;
            if (!stays) logits[i] = -INFINITY;
        }
        // The token may be as good as impossible, and is written all the same.
        if (id >= 0) logits[id] = std::isfinite(kept) ? kept : 0;
    }
};
