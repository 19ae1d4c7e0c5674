// W5, a sweep of the influence kernel in plain and in tuned C++: the reference beside which a study is measured.
//
//   w5 OUTPUT RUNS AGENTS TICKS SEED THREADS SECONDS FORM      forms: naive bytes gather
//
// Makes the runs 1 to RUNS, each from the draws of its own replication, on THREADS threads, and writes to OUTPUT in
// the order of runs: run_id,tick,loyalty_mean,grievance_mean,share_defected, one row a run and tick, tick 0 included.
// Prints one line a repeat, as many as fit into SECONDS but at least one: the seconds from nothing to the closed file.
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include "influence.h"

constexpr uint32_t kLinkPurpose = 5, kTraitPurpose = 1000, kMoodPurpose = 1001;

struct Sweep {
    uint32_t runs, agents, ticks, seed, threads;
    void (*run)(Society&, std::string&, uint32_t);
};

static float uniform_of(uint32_t word) { return (float)(word >> 8) * 0x1p-24f; }

// Integers below n, each equally likely (Lemire 2019), word after word of one stream.
struct Stream {
    uint32_t id, taken = 0;
    DrawKey key;
    Words block{};

    uint32_t next() {
        if (taken % 4 == 0) block = philox(id, 0, key, taken / 4);
        return block.word[taken++ % 4];
    }

    int32_t below(uint32_t n) {
        uint64_t product = (uint64_t)next() * n;
        if ((uint32_t)product < n)
            for (const uint32_t too_many = (0 - n) % n; (uint32_t)product < too_many;) product = (uint64_t)next() * n;
        return (int32_t)(product >> 32);
    }
};

static Society make(const Sweep& sweep, uint32_t replication) {
    Society s;
    s.agents = sweep.agents;
    s.ticks = sweep.ticks;
    s.key = {sweep.seed, replication, kMoodPurpose};
    for (auto* column : {&s.loyalty, &s.grievance, &s.hardship, &s.threshold}) column->resize(s.agents);
    s.neighbours.resize((size_t)kLinks * s.agents);
    s.flags.assign(s.agents, 0);
    for (uint32_t i = 0; i < s.agents; i++) {
        const Words traits = philox(i, 0, {sweep.seed, replication, kTraitPurpose});
        s.loyalty[i] = uniform_of(traits.word[0]);
        s.grievance[i] = uniform_of(traits.word[1]);
        s.hardship[i] = uniform_of(traits.word[2]);
        s.threshold[i] = uniform_of(traits.word[3]);
        Stream links{i, 0, {sweep.seed, replication, kLinkPurpose}};
        for (int k = 0; k < kLinks; k++) s.neighbours[(size_t)kLinks * i + k] = links.below(s.agents);
    }
    return s;
}

// In the framework's order of additions (eight lanes in a block of 1024 rows), so that the means are equal to the bit.
static double mean_of(const std::vector<float>& column) {
    double sum = 0;
    for (size_t from = 0; from < column.size(); from += 1024) {
        const size_t to = std::min(from + 1024, column.size());
        double lanes[8] = {}, block = 0;
        size_t i = from;
        for (; i + 8 <= to; i += 8)
            for (int lane = 0; lane < 8; lane++) lanes[lane] += column[i + lane];
        for (double lane : lanes) block += lane;
        for (; i < to; i++) block += column[i];
        sum += block;
    }
    return sum / (double)column.size();
}

static void write_row(const Society& s, std::string& rows, uint32_t run, uint32_t tick) {
    uint32_t defected = 0;
    for (uint32_t i = 0; i < s.agents; i++) defected += s.flags[i];
    const auto put = [&rows](auto value, char after) {
        char text[32];
        rows.append(text, std::to_chars(text, text + sizeof text, value).ptr);
        rows += after;
    };
    put(run, ',');
    put(tick, ',');
    put(mean_of(s.loyalty), ',');
    put(mean_of(s.grievance), ',');
    put((double)defected / s.agents, '\n');
}

#define FORM(name) \
    [](Society& s, std::string& rows, uint32_t run) { \
        write_row(s, rows, run, 0); \
        run_##name(s, [&](const Society& now, uint32_t tick) { write_row(now, rows, run, tick); }); \
    }

static void write(const Sweep& sweep, const char* path) {
    std::vector<std::string> rows(sweep.runs);
    std::atomic<uint32_t> next{0};
    auto work = [&] {
        for (uint32_t run = next++; run < sweep.runs; run = next++) {
            rows[run].reserve(sweep.ticks * 64);
            Society s = make(sweep, run + 1);
            sweep.run(s, rows[run], run + 1);
        }
    };
    std::vector<std::thread> threads;
    for (uint32_t i = 1; i < sweep.threads; i++) threads.emplace_back(work);
    work();
    for (auto& thread : threads) thread.join();
    FILE* file = fopen(path, "wb");
    if (!file) {
        fprintf(stderr, "w5: cannot write %s\n", path);
        exit(2);
    }
    fputs("run_id,tick,loyalty_mean,grievance_mean,share_defected\n", file);
    for (const auto& text : rows) fwrite(text.data(), 1, text.size(), file);
    fclose(file);
}

int main(int count, char** words) {
    if (count != 9) {
        fprintf(stderr, "usage: w5 OUTPUT RUNS AGENTS TICKS SEED THREADS SECONDS FORM\n");
        return 2;
    }
    const auto number = [&](int i) { return (uint32_t)strtoul(words[i], nullptr, 10); };
    Sweep sweep{number(2), number(3), number(4), number(5), number(6), nullptr};
    const std::string form = words[8];
    if (form == "naive") sweep.run = FORM(naive);
#if defined(__AVX512F__) && defined(__AVX512DQ__)
    if (form == "bytes") sweep.run = FORM(bytes);
    if (form == "gather") sweep.run = FORM(gather);
#endif
    if (!sweep.run) return 0;
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::duration<double>(atof(words[7]));
    do {
        const auto start = Clock::now();
        write(sweep, words[1]);
        printf("%.6f\n", std::chrono::duration<double>(Clock::now() - start).count());
    } while (Clock::now() < end);
    return 0;
}
