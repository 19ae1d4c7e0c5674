// What the programs w2, w3 and w4 share: repeats, times and hashes.
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include "draws.h"

// FNV-1a, 64 bits.
struct Hash {
    uint64_t value = 14695981039346656037ull;

    template <typename T>
    void add(const std::vector<T>& items) {
        const auto* bytes = (const uint8_t*)items.data();
        for (size_t i = 0; i < items.size() * sizeof(T); i++) value = (value ^ bytes[i]) * 1099511628211ull;
    }
};

// An integer below n as the standard library draws it, for the naive forms.
inline int any_below(Xoshiro& random, size_t n) { return std::uniform_int_distribution<int>(0, (int)n - 1)(random); }

// Runs a form of a model, replication after replication from `first` on, as many as fit into the seconds but at least
// one. One line a run: form, replication, ns per agent and step, hash, and what the model measures at its end.
template <typename Model, typename Random, typename Settings>
void measure(const char* form, const Settings& settings, uint32_t first, double seconds) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    uint32_t replication = first;
    do {
        Random random(replication);
        Model model(settings, random);
        const auto start = Clock::now();
        for (uint32_t step = 0; step < settings.steps; step++) model.step(random, step);
        const double ns = std::chrono::duration<double, std::nano>(Clock::now() - start).count();
        printf("%s %u %.5f %016llx", form, replication++, ns / model.agents() / settings.steps, (unsigned long long)model.hash());
        for (const double value : model.measures()) printf(" %.17g", value);
        printf("\n");
    } while (Clock::now() < end);
}

// The arguments behind the settings are the first replication, the seconds and the forms: naive is what one writes first,
// best and keyed are one quick text with two kinds of draws.
template <typename Naive, template <typename> class Quick, typename Settings>
int measure_forms(const Settings& settings, int count, char** words, int from) {
    const auto first = (uint32_t)strtoul(words[from], nullptr, 10);
    const double seconds = atof(words[from + 1]);
    for (int i = from + 2; i < count; i++) {
        const std::string form = words[i];
        if (form == "naive") measure<Naive, Xoshiro>("naive", settings, first, seconds);
        if (form == "best") measure<Quick<Xoshiro>, Xoshiro>("best", settings, first, seconds);
        if (form == "keyed") measure<Quick<Keyed>, Keyed>("keyed", settings, first, seconds);
    }
    return 0;
}
