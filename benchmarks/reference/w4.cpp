// W4, the unit exchange of wealth (Dragulescu and Yakovenko 2000) in plain C++.
//
//   w4 AGENTS STEPS FIRST SECONDS FORM...      forms: plain keyed
//
// Measures: share without wealth, mean square of wealth.
#include "classic.h"

constexpr uint32_t kPartner = 1000;

struct Settings {
    uint32_t agents, steps;
};

template <typename Random>
class Boltzmann {
public:
    Boltzmann(const Settings& settings, Random&) : wealth(settings.agents, 1), order(settings.agents) {
        std::iota(order.begin(), order.end(), 0);
    }

    void step(Random& random, uint32_t tick) {
        random.order(order, tick);
        for (const uint32_t i : order) {
            if (wealth[i] == 0) continue;
            auto&& draws = random.of(i, tick, kPartner);
            const uint32_t other = below(draws, agents() - 1);
            wealth[i]--;
            wealth[other < i ? other : other + 1]++;
        }
    }

    uint32_t agents() const { return (uint32_t)wealth.size(); }

    uint64_t hash() const {
        Hash hash;
        hash.add(wealth);
        return hash.value;
    }

    std::vector<double> measures() const {
        double poor = 0, squares = 0;
        for (const int32_t w : wealth) {
            poor += w == 0;
            squares += (double)w * w;
        }
        return {poor / agents(), squares / agents()};
    }

private:
    std::vector<int32_t> wealth;
    std::vector<uint32_t> order;
};

int main(int count, char** words) {
    if (count < 6) {
        fprintf(stderr, "usage: w4 AGENTS STEPS FIRST SECONDS FORM...\n");
        return 2;
    }
    const auto number = [&](int i) { return (uint32_t)strtoul(words[i], nullptr, 10); };
    return measure_forms<Boltzmann>(Settings{number(1), number(2)}, count, words, 3);
}
