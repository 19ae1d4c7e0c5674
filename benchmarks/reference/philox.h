// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011): the draws of agent `id` at `tick`.
#pragma once
#include <cstdint>
#if defined(__AVX512F__) && defined(__AVX512DQ__)
#include <immintrin.h>
#endif

struct DrawKey {
    uint32_t seed, replication, purpose;
};

constexpr uint32_t kMultiplier0 = 0xD2511F53u, kMultiplier1 = 0xCD9E8D57u;
constexpr uint32_t kWeyl0 = 0x9E3779B9u, kWeyl1 = 0xBB67AE85u;

// A number in (-1, 1), an odd multiple of 2^-23, from the upper 24 bits of a word.
inline float symmetric_of(uint32_t word) { return (float)((int32_t)(word >> 8 | 1) - (1 << 23)) * 0x1p-23f; }

struct Words {
    uint32_t word[4];
};

// Block `draw` of a stream.
inline Words philox(uint32_t id, uint32_t tick, const DrawKey& key, uint32_t draw = 0) {
    uint32_t c0 = id, c1 = tick, c2 = key.purpose, c3 = draw, k0 = key.seed, k1 = key.replication;
    for (int round = 0; round < 10; round++) {
        const uint64_t p0 = (uint64_t)kMultiplier0 * c0, p1 = (uint64_t)kMultiplier1 * c2;
        c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
        c1 = (uint32_t)p1;
        c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
        c3 = (uint32_t)p0;
        k0 += kWeyl0;
        k1 += kWeyl1;
    }
    return {{c0, c1, c2, c3}};
}

inline uint32_t philox_word0(uint32_t id, uint32_t tick, const DrawKey& key) { return philox(id, tick, key).word[0]; }

#if defined(__AVX512F__) && defined(__AVX512DQ__)
// Eight ids, one in the low half of each 64-bit lane; so is each result. Nothing reads the high halves in between.
inline __m512i philox_word0_x8(__m512i c0, uint32_t tick, const DrawKey& key) {
    const __m512i m0 = _mm512_set1_epi64(kMultiplier0), m1 = _mm512_set1_epi64(kMultiplier1);
    __m512i c1 = _mm512_set1_epi64(tick), c2 = _mm512_set1_epi64(key.purpose), c3 = _mm512_setzero_si512();
    uint32_t k0 = key.seed, k1 = key.replication;
#pragma GCC unroll 10
    for (int round = 0; round < 10; round++) {
        const __m512i p0 = _mm512_mul_epu32(m0, c0), p1 = _mm512_mul_epu32(m1, c2);
        c0 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(p1, 32), c1, _mm512_set1_epi64(k0), 0x96);
        c1 = p1;
        c2 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(p0, 32), c3, _mm512_set1_epi64(k1), 0x96);
        c3 = p0;
        k0 += kWeyl0;
        k1 += kWeyl1;
    }
    return c0;
}
#endif
