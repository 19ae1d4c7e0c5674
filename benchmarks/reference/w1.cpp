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
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>
#include "influence.h"

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

static void unwatched(const Society&, uint32_t) {}

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
        if (form == "naive") run = [](Society& s) { run_naive(s, unwatched); };
#if defined(__AVX512F__) && defined(__AVX512DQ__)
        if (form == "bytes") run = [](Society& s) { run_bytes(s, unwatched); };
        if (form == "gather") run = [](Society& s) { run_gather(s, unwatched); };
        if (form == "bits") run = [](Society& s) { run_bits(s); };
#endif
        if (run) measure(form, run, initial, atof(words[2]));
    }
    return 0;
}
