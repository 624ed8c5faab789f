#pragma once

#include "json_line.hpp"

#include <ggml.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <new>
#include <stdexcept>

/** The reason why the program ends, in one of the codes of `error`. */
struct Failure : std::runtime_error {
    const char *code;
    Failure(const char *failure_code, const char *detail) : std::runtime_error(detail), code(failure_code) {}
};

/** True once ggml said that it could not get memory; its functions then only return nothing. */
inline std::atomic<bool> memory_ran_out{false};
/** True when a device is there and cannot be used; whisper.cpp then goes on with the processor. */
inline std::atomic<bool> device_failed{false};

inline void hearLog(ggml_log_level level, const char *text, void *) {
    if (level != GGML_LOG_LEVEL_ERROR) return;
    if (std::strstr(text, "failed to allocate") || std::strstr(text, "insufficient memory")) memory_ran_out = true;
    if (std::strstr(text, "failed to initialize") && std::strstr(text, "backend")) device_failed = true;
    std::fputs(text, stderr);
}

[[noreturn]] inline void die(const char *code, const char *detail) {
    JsonLine("error").field("code", code).field("detail", detail).print();
    std::_Exit(1);
}

inline void onGgmlAbort(const char *message) { die(memory_ran_out ? "OUT_OF_MEMORY" : "FAILED", message); }

inline void orDie(const std::function<void()> &action) {
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

/** Ends the program for exceptions on whisper.cpp's own threads. */
[[noreturn]] inline void onTerminate() {
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

/** Returns the code for something that was not made; most often there is no memory for it. */
inline const char *codeFor(const char *otherwise) { return memory_ran_out ? "OUT_OF_MEMORY" : otherwise; }
