#pragma once

#include "failure.hpp"
#include "settings.hpp"

#include <ggml-backend.h>

#include <vector>

/** Returns the graphics processors, in whisper.cpp's order. */
inline std::vector<ggml_backend_dev_t> graphicsProcessors() {
    std::vector<ggml_backend_dev_t> devices;
    for (size_t i = 0; i < ggml_backend_dev_count(); ++i) {
        const ggml_backend_dev_t device = ggml_backend_dev_get(i);
        const auto type = ggml_backend_dev_type(device);
        if (type == GGML_BACKEND_DEVICE_TYPE_GPU || type == GGML_BACKEND_DEVICE_TYPE_IGPU) devices.push_back(device);
    }
    return devices;
}

/** A device as whisper.cpp is told of it. */
struct DeviceChoice {
    bool use_gpu;
    /** Its place among the graphics processors. */
    int gpu_device;
};

/** Chooses the device that the settings ask for. @throws Failure when there is none of that name. */
inline DeviceChoice chooseDevice(const Settings &settings) {
    const auto devices = graphicsProcessors();
    if (settings.device == "cpu") return {false, 0};
    if (settings.device.empty()) return {!devices.empty(), 0};
    for (size_t i = 0; i < devices.size(); ++i) {
        if (settings.device == ggml_backend_dev_name(devices[i])) return {true, static_cast<int>(i)};
    }
    throw Failure("FAILED", "there is no such device");
}
