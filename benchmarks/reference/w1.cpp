// W1, the influence kernel, in plain and in tuned C++: the reference beside which the framework is measured.
//
//   w1 INPUT SECONDS FORM...      forms: naive bytes gather bits
//
// INPUT holds the initial state and the links, so that every implementation starts from the same bits:
//   uint32 agents, ticks, seed, replication, purpose; then float32 loyalty[agents], grievance[agents],
//   hardship[agents], threshold[agents]; then int32 in-neighbours, 8 an agent. Agent ids are rows.
// For each form it prints one line a repeat, as many as fit into SECONDS but at least one:
//   form agents ticks ns-per-agent-tick hash defected
// where `hash` is FNV-1a (64 bits) over flags, loyalty and grievance, byte by byte.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
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

static void read_into(FILE* file, void* to, size_t bytes) {
    if (fread(to, 1, bytes, file) != bytes) {
        fprintf(stderr, "w1: the input ends too early\n");
        exit(2);
    }
}

static Society read_society(const char* path) {
    FILE* file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "w1: cannot read %s\n", path);
        exit(2);
    }
    uint32_t head[5];
    read_into(file, head, sizeof head);
    Society s;
    s.agents = head[0];
    s.ticks = head[1];
    s.key = {head[2], head[3], head[4]};
    for (auto* column : {&s.loyalty, &s.grievance, &s.hardship, &s.threshold}) {
        column->resize(s.agents);
        read_into(file, column->data(), 4 * (size_t)s.agents);
    }
    s.neighbours.resize((size_t)kLinks * s.agents);
    read_into(file, s.neighbours.data(), 4 * s.neighbours.size());
    fclose(file);
    s.flags.assign(s.agents, 0);
    return s;
}

static uint64_t hash_of(const Society& s) {
    uint64_t hash = 14695981039346656037ull;
    auto add = [&hash](const void* data, size_t bytes) {
        for (size_t i = 0; i < bytes; i++) hash = (hash ^ ((const uint8_t*)data)[i]) * 1099511628211ull;
    };
    add(s.flags.data(), s.agents);
    add(s.loyalty.data(), 4 * (size_t)s.agents);
    add(s.grievance.data(), 4 * (size_t)s.agents);
    return hash;
}

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
static void run_naive(Society& s) {
    std::vector<uint8_t> next(s.agents);
    for (uint32_t tick = 0; tick < s.ticks; tick++) {
        for (uint32_t i = 0; i < s.agents; i++) {
            uint32_t count = 0;
            for (int k = 0; k < kLinks; k++) count += s.flags[s.neighbours[(size_t)kLinks * i + k]];
            next[i] = update(s, i, count, symmetric_of(philox_word0(i, tick, s.key)));
        }
        s.flags.swap(next);
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
static void update_rest(Society& s, uint32_t from, uint32_t tick, std::vector<uint8_t>& next, Count count) {
    for (uint32_t i = from; i < s.agents; i++) next[i] = update(s, i, count(i), symmetric_of(philox_word0(i, tick, s.key)));
}

static uint32_t count_of(const Society& s, const uint8_t* flags, uint32_t i) {
    const int32_t* n = &s.neighbours[(size_t)kLinks * i];
    return flags[n[0]] + flags[n[1]] + flags[n[2]] + flags[n[3]] + flags[n[4]] + flags[n[5]] + flags[n[6]] + flags[n[7]];
}

// Form 2: scalar loads of single bytes into a small buffer of counts, then the update on vectors.
static void run_bytes(Society& s) {
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
    }
}

// Neighbour k of 16 agents side by side, so that one gather serves 16 agents.
static std::vector<int32_t> by_lane(const Society& s) {
    std::vector<int32_t> lanes(s.agents / 16 * 16 * (size_t)kLinks);
    for (size_t i = 0; i < s.agents / 16 * 16; i++)
        for (int k = 0; k < kLinks; k++) lanes[(i / 16 * kLinks + k) * 16 + i % 16] = s.neighbours[i * kLinks + k];
    return lanes;
}

// Form 3: hardware gathers of the bytes.
static void run_gather(Society& s) {
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
    }
}

// Form 4: hardware gathers of 32-bit words that hold one flag a bit, for what no longer fits the first cache as bytes.
static void run_bits(Society& s) {
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

static void measure(const std::string& form, void (*run)(Society&), const Society& initial, double seconds) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    do {
        Society s = initial;
        const auto start = Clock::now();
        run(s);
        const double ns = std::chrono::duration<double, std::nano>(Clock::now() - start).count();
        uint64_t defected = 0;
        for (uint32_t i = 0; i < s.agents; i++) defected += s.flags[i];
        s.flags.resize(s.agents);
        printf("%s %u %u %.5f %016llx %llu\n", form.c_str(), s.agents, s.ticks, ns / s.agents / s.ticks,
               (unsigned long long)hash_of(s), (unsigned long long)defected);
    } while (Clock::now() < end);
}

int main(int count, char** words) {
    if (count < 4) {
        fprintf(stderr, "usage: w1 INPUT SECONDS FORM...\n");
        return 2;
    }
    const Society initial = read_society(words[1]);
    for (int i = 3; i < count; i++) {
        const std::string form = words[i];
        void (*run)(Society&) = nullptr;
        if (form == "naive") run = run_naive;
#if defined(__AVX512F__) && defined(__AVX512DQ__)
        if (form == "bytes") run = run_bytes;
        if (form == "gather") run = run_gather;
        if (form == "bits") run = run_bits;
#endif
        if (run) measure(form, run, initial, atof(words[2]));
    }
    return 0;
}
