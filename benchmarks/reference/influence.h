// The influence kernel in plain and in tuned C++: one function a form. Each calls watch(society, tick) after every tick;
// the form of bits keeps flags in bits until the end, so that nobody can watch it.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>
#include "philox.h"

constexpr int kLinks = 8;

struct Society {
    uint32_t agents = 0, ticks = 0;
    DrawKey key{};
    std::vector<float> loyalty, grievance, hardship, threshold;
    std::vector<int32_t> neighbours;  // of agent i: 8 i to 8 i + 7
    std::vector<uint8_t> flags;
};

inline float clamp01(float x) { return std::min(std::max(x, 0.0f), 1.0f); }

// The rule for one agent; `count` of its 8 neighbours had defected.
inline uint8_t update(Society& s, uint32_t i, uint32_t count, float u) {
    const float mean = (float)count * 0.125f;
    const float g = clamp01(0.95f * s.grievance[i] + 0.03f * s.hardship[i] + 0.05f * mean + 0.01f * u);
    const float l = clamp01(s.loyalty[i] + 0.02f * (0.65f - g) - 0.03f * mean);
    s.grievance[i] = g;
    s.loyalty[i] = l;
    return g - l > s.threshold[i];
}

// Form 1: what one would write first.
template <typename Watch>
void run_naive(Society& s, Watch watch) {
    std::vector<uint8_t> next(s.agents);
    for (uint32_t tick = 0; tick < s.ticks; tick++) {
        for (uint32_t i = 0; i < s.agents; i++) {
            uint32_t count = 0;
            for (int k = 0; k < kLinks; k++) count += s.flags[s.neighbours[(size_t)kLinks * i + k]];
            next[i] = update(s, i, count, symmetric_of(philox_word0(i, tick, s.key)));
        }
        s.flags.swap(next);
        watch(s, tick + 1);
    }
}

#if defined(__AVX512F__) && defined(__AVX512DQ__)

// The rule for agents i to i + 15.
inline __mmask16 update_x16(Society& s, uint32_t i, uint32_t tick, __m512i counts) {
    const __m512i ids = _mm512_add_epi64(_mm512_set1_epi64(i), _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7));
    const __m512i low = philox_word0_x8(ids, tick, s.key);
    const __m512i high = philox_word0_x8(_mm512_add_epi64(ids, _mm512_set1_epi64(8)), tick, s.key);
    const __m512i words = _mm512_permutex2var_epi32(
        low, _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), high);
    auto set = [](float x) { return _mm512_set1_ps(x); };
    auto clamp = [&](__m512 x) { return _mm512_min_ps(_mm512_max_ps(x, set(0.0f)), set(1.0f)); };
    const __m512i odd = _mm512_or_si512(_mm512_srli_epi32(words, 8), _mm512_set1_epi32(1));
    const __m512 u = _mm512_mul_ps(_mm512_cvtepi32_ps(_mm512_sub_epi32(odd, _mm512_set1_epi32(1 << 23))), set(0x1p-23f));
    const __m512 mean = _mm512_mul_ps(_mm512_cvtepi32_ps(counts), set(0.125f));
    __m512 g = _mm512_add_ps(_mm512_mul_ps(set(0.95f), _mm512_loadu_ps(&s.grievance[i])),
                             _mm512_mul_ps(set(0.03f), _mm512_loadu_ps(&s.hardship[i])));
    g = _mm512_add_ps(g, _mm512_mul_ps(set(0.05f), mean));
    g = clamp(_mm512_add_ps(g, _mm512_mul_ps(set(0.01f), u)));
    __m512 l = _mm512_add_ps(_mm512_loadu_ps(&s.loyalty[i]), _mm512_mul_ps(set(0.02f), _mm512_sub_ps(set(0.65f), g)));
    l = clamp(_mm512_sub_ps(l, _mm512_mul_ps(set(0.03f), mean)));
    _mm512_storeu_ps(&s.grievance[i], g);
    _mm512_storeu_ps(&s.loyalty[i], l);
    return _mm512_cmp_ps_mask(_mm512_sub_ps(g, l), _mm512_loadu_ps(&s.threshold[i]), _CMP_GT_OQ);
}

inline void store_flags(uint8_t* to, __mmask16 mask) {
    _mm_storeu_si128((__m128i*)to, _mm_and_si128(_mm_movm_epi8(mask), _mm_set1_epi8(1)));
}

// The rows that fill no vector, one by one.
template <typename Count>
void update_rest(Society& s, uint32_t from, uint32_t tick, std::vector<uint8_t>& next, Count count) {
    for (uint32_t i = from; i < s.agents; i++) next[i] = update(s, i, count(i), symmetric_of(philox_word0(i, tick, s.key)));
}

inline uint32_t count_of(const Society& s, const uint8_t* flags, uint32_t i) {
    const int32_t* n = &s.neighbours[(size_t)kLinks * i];
    return flags[n[0]] + flags[n[1]] + flags[n[2]] + flags[n[3]] + flags[n[4]] + flags[n[5]] + flags[n[6]] + flags[n[7]];
}

// Form 2: scalar loads of single bytes into a small buffer of counts, then the update on vectors.
template <typename Watch>
void run_bytes(Society& s, Watch watch) {
    constexpr uint32_t kChunk = 256;
    std::vector<uint8_t> next(s.agents);
    alignas(64) uint8_t counts[kChunk];
    for (uint32_t tick = 0; tick < s.ticks; tick++) {
        const uint8_t* flags = s.flags.data();
        const uint32_t whole = s.agents / kChunk * kChunk;
        for (uint32_t from = 0; from < whole; from += kChunk) {
            for (uint32_t j = 0; j < kChunk; j++) counts[j] = (uint8_t)count_of(s, flags, from + j);
            for (uint32_t j = 0; j < kChunk; j += 16) {
                const __m512i wide = _mm512_cvtepu8_epi32(_mm_load_si128((const __m128i*)&counts[j]));
                store_flags(&next[from + j], update_x16(s, from + j, tick, wide));
            }
        }
        update_rest(s, whole, tick, next, [&](uint32_t i) { return count_of(s, flags, i); });
        s.flags.swap(next);
        watch(s, tick + 1);
    }
}

// Neighbour k of 16 agents side by side, so that one gather serves 16 agents.
inline std::vector<int32_t> by_lane(const Society& s) {
    std::vector<int32_t> lanes(s.agents / 16 * 16 * (size_t)kLinks);
    for (size_t i = 0; i < s.agents / 16 * 16; i++)
        for (int k = 0; k < kLinks; k++) lanes[(i / 16 * kLinks + k) * 16 + i % 16] = s.neighbours[i * kLinks + k];
    return lanes;
}

// Form 3: hardware gathers of the bytes.
template <typename Watch>
void run_gather(Society& s, Watch watch) {
    const auto lanes = by_lane(s);
    s.flags.resize(s.agents + 3);  // a gather reads 4 bytes from each flag on
    std::vector<uint8_t> next(s.agents + 3);
    const uint32_t whole = s.agents / 16 * 16;
    for (uint32_t tick = 0; tick < s.ticks; tick++) {
        const uint8_t* flags = s.flags.data();
        for (uint32_t i = 0; i < whole; i += 16) {
            __m512i sum = _mm512_setzero_si512();
#pragma GCC unroll 8
            for (int k = 0; k < kLinks; k++)
                sum = _mm512_add_epi32(sum, _mm512_i32gather_epi32(_mm512_loadu_si512(&lanes[(size_t)i * kLinks + k * 16]), flags, 1));
            store_flags(&next[i], update_x16(s, i, tick, _mm512_and_si512(sum, _mm512_set1_epi32(255))));
        }
        update_rest(s, whole, tick, next, [&](uint32_t i) { return count_of(s, flags, i); });
        s.flags.swap(next);
        watch(s, tick + 1);
    }
}

// Form 4: hardware gathers of 32-bit words that hold one flag a bit, for what no longer fits the first cache as bytes.
inline void run_bits(Society& s) {
    const auto lanes = by_lane(s);
    std::vector<uint8_t> next(s.agents);
    std::vector<uint16_t> bits(s.agents / 16 + 2), next_bits(s.agents / 16 + 2);
    const uint32_t whole = s.agents / 16 * 16;
    for (uint32_t tick = 0; tick < s.ticks; tick++) {
        for (uint32_t i = 0; i < whole; i += 16) {
            __m512i sum = _mm512_setzero_si512();
#pragma GCC unroll 8
            for (int k = 0; k < kLinks; k++) {
                const __m512i n = _mm512_loadu_si512(&lanes[(size_t)i * kLinks + k * 16]);
                const __m512i word = _mm512_i32gather_epi32(_mm512_srli_epi32(n, 5), bits.data(), 4);
                sum = _mm512_add_epi32(sum, _mm512_and_si512(_mm512_srlv_epi32(word, _mm512_and_si512(n, _mm512_set1_epi32(31))), _mm512_set1_epi32(1)));
            }
            next_bits[i / 16] = update_x16(s, i, tick, sum);
        }
        const auto flag_of = [&](int32_t n) { return bits[n / 16] >> (n % 16) & 1u; };
        update_rest(s, whole, tick, next, [&](uint32_t i) {
            uint32_t count = 0;
            for (int k = 0; k < kLinks; k++) count += flag_of(s.neighbours[(size_t)kLinks * i + k]);
            return count;
        });
        next_bits[whole / 16] = 0;
        for (uint32_t i = whole; i < s.agents; i++) next_bits[i / 16] |= (uint16_t)(next[i] << (i % 16));
        bits.swap(next_bits);
    }
    for (uint32_t i = 0; i < s.agents; i++) s.flags[i] = bits[i / 16] >> (i % 16) & 1;
}
#endif
