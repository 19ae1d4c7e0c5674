// W4, the unit exchange of wealth (Dragulescu and Yakovenko 2000) in C++. naive: people as structs and the standard
// library's shuffle and integers. best and keyed: an array of wealth and our own.
//
//   w4 AGENTS STEPS FIRST SECONDS FORM...      forms: naive best keyed
//
// Measures: share without wealth, mean square of wealth.
#include "classic.h"

constexpr uint32_t kPartner = 1000;

struct Settings {
    uint32_t agents, steps;
};

class NaiveBoltzmann {
public:
    NaiveBoltzmann(const Settings& settings, Xoshiro&) : people(settings.agents, Person{1}), order(settings.agents) {
        std::iota(order.begin(), order.end(), 0);
    }

    void step(Xoshiro& random, uint32_t) {
        std::shuffle(order.begin(), order.end(), random);
        for (const int i : order) {
            Person& giver = people[i];
            if (giver.wealth == 0) continue;
            const int other = any_below(random, people.size() - 1);
            giver.wealth--;
            people[other < i ? other : other + 1].wealth++;
        }
    }

    uint32_t agents() const { return (uint32_t)people.size(); }

    uint64_t hash() const { return 0; }

    std::vector<double> measures() const {
        double poor = 0, squares = 0;
        for (const Person& person : people) {
            poor += person.wealth == 0;
            squares += (double)person.wealth * person.wealth;
        }
        return {poor / agents(), squares / agents()};
    }

private:
    struct Person {
        int wealth;
    };

    std::vector<Person> people;
    std::vector<int> order;
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
    return measure_forms<NaiveBoltzmann, Boltzmann>(Settings{number(1), number(2)}, count, words, 3);
}
