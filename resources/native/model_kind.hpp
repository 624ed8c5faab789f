#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

/**
 * Tells whether a model's file is one of Parakeet. Both kinds begin with the same magic number and then the size of the
 * vocabulary. No Whisper model has a smaller vocabulary than its English one, and no Parakeet model has one nearly as
 * large. The app has read all of the file before it starts this program, and refuses what is neither.
 */
inline bool isParakeet(const std::string &path) {
    constexpr int32_t SMALLEST_OF_WHISPER = 51864;
    int32_t head[2] = {0, 0};
    std::ifstream file(std::filesystem::u8path(path), std::ios::binary);
    file.read(reinterpret_cast<char *>(head), sizeof head);
    return file.good() && head[1] > 0 && head[1] < SMALLEST_OF_WHISPER;
}
