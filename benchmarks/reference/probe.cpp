// What this machine can do, in plain loops: bandwidth, gathers, multiply-adds, Philox, and what a second thread adds.
//
//   probe SECONDS
//
// Prints one line a figure: name, threads, value. Bandwidth in GB/s, everything else in millions a second. A figure is the
// best of the repeats that fit into SECONDS, since whatever disturbs only takes away.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <string>
#include <thread>
#include <vector>
#include "philox.h"

using Clock = std::chrono::steady_clock;

static volatile double sink;

// Runs the work of every thread at once, again and again; the time of a repeat is that of its slowest thread.
static double best_rate(double seconds, int threads, double amount, const std::function<void(int)>& work) {
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    double best = 0;
    do {
        std::atomic<int> ready{0};
        std::vector<double> times(threads);
        auto turn = [&](int thread) {
            for (ready++; ready < threads;) {}
            const auto start = Clock::now();
            work(thread);
            times[thread] = std::chrono::duration<double>(Clock::now() - start).count();
        };
        std::vector<std::thread> others;
        for (int i = 1; i < threads; i++) others.emplace_back(turn, i);
        turn(0);
        for (auto& other : others) other.join();
        double slowest = 0;
        for (double time : times) slowest = time > slowest ? time : slowest;
        best = std::max(best, amount * threads / slowest);
    } while (Clock::now() < end);
    return best;
}

// a = b + s c over floats: three streams, repeated until at least 64 MiB have moved.
static void triad(double seconds, int threads, size_t floats, const char* name) {
    struct Arrays {
        std::vector<float> a, b, c;
    };
    std::vector<Arrays> all(threads, {std::vector<float>(floats), std::vector<float>(floats, 1), std::vector<float>(floats, 2)});
    const size_t repeats = std::max<size_t>(1, ((size_t)64 << 20) / (12 * floats));
    const double rate = best_rate(seconds, threads, 12.0 * floats * repeats / 1e9, [&](int thread) {
        float *a = all[thread].a.data(), *b = all[thread].b.data(), *c = all[thread].c.data();
        for (size_t repeat = 0; repeat < repeats; repeat++) {
            for (size_t i = 0; i < floats; i++) a[i] = b[i] + 3 * c[i];
            asm volatile("" : : "r"(a) : "memory");
        }
    });
    printf("%s %d %.1f\n", name, threads, rate);
}

// Entries of a table of bytes, or of bits, at random places; the places are streamed from memory.
static void gather(double seconds, uint32_t entries, bool is_bits) {
    const size_t count = 4'000'000;
    std::vector<uint32_t> places(count);
    for (size_t i = 0; i < count; i++) places[i] = (uint32_t)(((uint64_t)philox_word0((uint32_t)i, 0, {1, 1, 1}) * entries) >> 32);
    std::vector<uint8_t> bytes(entries, 1);
    std::vector<uint32_t> bits(entries / 32 + 1, ~0u);
    const double rate = best_rate(seconds, 1, count / 1e6, [&](int) {
        uint64_t sum = 0;
        if (is_bits)
            for (uint32_t place : places) sum += bits[place >> 5] >> (place & 31) & 1;
        else
            for (uint32_t place : places) sum += bytes[place];
        sink = (double)sum;
    });
    printf("gather_%s_%u 1 %.0f\n", is_bits ? "bits" : "bytes", entries, rate);
}

// Enough independent sums that the units, not their latency, are the limit.
static void multiply_add(double seconds, int threads) {
    constexpr int kLanes = 256, kRounds = 100'000;
    const double rate = best_rate(seconds, threads, (double)kLanes * kRounds / 1e6, [&](int thread) {
        float x[kLanes];
        std::iota(x, x + kLanes, (float)thread);
        for (int round = 0; round < kRounds; round++)
            for (int lane = 0; lane < kLanes; lane++) x[lane] = x[lane] * 0.5f + 1;
        sink = std::accumulate(x, x + kLanes, 0.0);
    });
    printf("multiply_add %d %.0f\n", threads, rate);
}

static void blocks(double seconds, int threads) {
    constexpr uint32_t kBlocks = 1'000'000;
    const double rate = best_rate(seconds, threads, kBlocks / 1e6, [&](int thread) {
        const DrawKey key{1, (uint32_t)thread, 1};
        uint64_t sum = 0;
#if defined(__AVX512F__) && defined(__AVX512DQ__)
        __m512i sums = _mm512_setzero_si512(), ids = _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0);
        for (uint32_t i = 0; i < kBlocks; i += 8) {
            sums = _mm512_add_epi64(sums, philox_word0_x8(ids, 1, key));
            ids = _mm512_add_epi64(ids, _mm512_set1_epi64(8));
        }
        sum = (uint64_t)_mm512_reduce_add_epi64(sums);
#else
        for (uint32_t i = 0; i < kBlocks; i++) sum += philox_word0(i, 1, key);
#endif
        sink = (double)sum;
    });
    printf("philox_blocks %d %.0f\n", threads, rate);
}

int main(int count, char** words) {
    if (count != 2) {
        fprintf(stderr, "usage: probe SECONDS\n");
        return 2;
    }
    const double seconds = atof(words[1]);
    for (int threads = 1; threads <= 2; threads++) {
        triad(seconds, threads, 16 << 20, "triad_memory");
        triad(seconds, threads, 20 << 10, "triad_cache");
        multiply_add(seconds, threads);
        blocks(seconds, threads);
    }
    for (uint32_t entries : {10'000u, 100'000u, 1'000'000u}) {
        gather(seconds, entries, false);
        gather(seconds, entries, true);
    }
    return 0;
}
