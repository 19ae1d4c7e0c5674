// Two kinds of random numbers for the classics, so that one text of a model's rules serves as both quick forms:
// Xoshiro is one xoshiro256++ (Blackman and Vigna 2021) for everything; Keyed is the framework's contract, a Philox stream
// for every agent, moment and purpose, and ends with the framework's bits. The naive forms take Xoshiro as the standard
// library takes any generator.
#pragma once
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>
#include "philox.h"

constexpr uint32_t kModelId = 0xFFFFFFFFu, kShufflePurpose = 1;

// Integers below n, each equally likely (Lemire 2019), from whatever gives words of 32 bits.
template <typename Words>
inline uint32_t below(Words& words, uint32_t n) {
    uint64_t product = (uint64_t)words.next() * n;
    if ((uint32_t)product < n)
        for (const uint32_t too_many = (0 - n) % n; (uint32_t)product < too_many;) product = (uint64_t)words.next() * n;
    return (uint32_t)(product >> 32);
}

// A number in [0, 1), a multiple of 2^-53.
template <typename Words>
inline double uniform(Words& words) {
    const uint64_t first = words.next(), second = words.next();
    return (double)((first >> 5) << 26 | second >> 6) * 0x1p-53;
}

template <typename Words, typename T>
inline void shuffle(Words& words, std::vector<T>& items) {
    for (uint32_t last = (uint32_t)items.size() - 1; last > 0; last--) std::swap(items[last], items[below(words, last + 1)]);
}

class Xoshiro {
public:
    using result_type = uint32_t;

    explicit Xoshiro(uint64_t seed) {
        for (auto& word : state) {  // splitmix64
            uint64_t z = seed += 0x9E3779B97F4A7C15ull;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
            z = (z ^ z >> 27) * 0x94D049BB133111EBull;
            word = z ^ z >> 31;
        }
    }

    uint32_t next() {
        const uint64_t result = rotated(state[0] + state[3], 23) + state[0], t = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= t;
        state[3] = rotated(state[3], 45);
        return (uint32_t)(result >> 32);
    }

    // What the standard library asks of a generator.
    uint32_t operator()() { return next(); }
    static constexpr uint32_t min() { return 0; }
    static constexpr uint32_t max() { return 0xFFFFFFFFu; }

    Xoshiro& of(uint32_t, uint32_t, uint32_t) { return *this; }

    // The order of the pass before is as good a start as any.
    template <typename T>
    void order(std::vector<T>& items, uint32_t) { shuffle(*this, items); }

private:
    static uint64_t rotated(uint64_t x, int bits) { return x << bits | x >> (64 - bits); }
    uint64_t state[4];
};

// The words of one agent at one moment for one purpose, block after block.
struct Stream {
    uint32_t id, moment;
    DrawKey key;
    uint32_t taken = 0;
    Words block{};

    uint32_t next() {
        if (taken % 4 == 0) block = philox(id, moment, key, taken / 4);
        return block.word[taken++ % 4];
    }
};

class Keyed {
public:
    explicit Keyed(uint32_t replication) : replication(replication) {}

    Stream of(uint32_t id, uint32_t moment, uint32_t purpose) const { return {id, moment, {1, replication, purpose}}; }

    template <typename T>
    void order(std::vector<T>& items, uint32_t pass) const {
        std::iota(items.begin(), items.end(), T{0});
        auto words = of(kModelId, pass, kShufflePurpose);
        shuffle(words, items);
    }

private:
    uint32_t replication;
};
