// W3, Epstein's civil violence (model I) in plain C++: a byte for the stance in every cell, the cells in sight of every
// cell in a table, a random empty cell in sight by trying.
//
//   w3 SIDE CITIZENS COPS VISION LEGITIMACY SENTENCE STEPS FIRST SECONDS FORM...      forms: plain keyed
//
// k is 2.3, the threshold 0.1, the ratio of cops to rebels is rounded to the nearest whole number, halves to even.
// Measures: active and jailed citizens, means over the steps.
#include <cmath>
#include "classic.h"

constexpr uint32_t kSettle = 1000, kNature = 1001, kArrest = 1002, kWalk = 1003;
constexpr uint8_t kQuiet = 0, kActive = 1, kJailed = 2, kCop = 3, kNobody = 4;

struct Settings {
    uint32_t side, citizens, cops, vision;
    double legitimacy;
    uint32_t sentence, steps;
};

template <typename Random>
class CivilViolence {
public:
    CivilViolence(const Settings& settings, Random& random)
        : settings(settings), people(agents()), order(agents()), occupants(settings.side * settings.side, -1),
          stances(settings.side * settings.side, kNobody) {
        look_around();
        std::vector<uint32_t> empty(occupants.size());
        std::iota(empty.begin(), empty.end(), 0);
        std::iota(order.begin(), order.end(), 0);
        auto&& settling = random.of(kModelId, 0, kSettle);
        for (uint32_t i = 0; i < agents(); i++) {
            auto&& nature = random.of(i, 0, kNature);
            people[i].hardship = uniform(nature);
            people[i].risk_aversion = uniform(nature);
            people[i].stance = i < settings.citizens ? kQuiet : kCop;
            const uint32_t choice = below(settling, (uint32_t)empty.size());
            put(i, empty[choice]);
            empty[choice] = empty.back();
            empty.pop_back();
        }
    }

    void step(Random& random, uint32_t tick) {
        random.order(order, tick);
        for (const uint32_t i : order) {
            Person& me = people[i];
            if (me.stance == kJailed) {
                if (--me.sentence == 0) set_stance(me, kQuiet);
                continue;
            }
            if (me.stance == kCop)
                arrest_somebody(random, i, tick);
            else
                set_stance(me, rebels(me) ? kActive : kQuiet);
            auto&& draws = random.of(i, tick, kWalk);
            if (const int cell = free_cell(draws, me.cell); cell >= 0) {
                occupants[me.cell] = -1;
                stances[me.cell] = kNobody;
                put(i, (uint32_t)cell);
            }
        }
        for (const Person& person : people) {
            actives += person.stance == kActive;
            jailed += person.stance == kJailed;
        }
    }

    uint32_t agents() const { return settings.citizens + settings.cops; }

    uint64_t hash() const {
        std::vector<int32_t> cells;
        std::vector<uint8_t> stances;
        for (const Person& person : people) {
            cells.push_back((int32_t)person.cell);
            stances.push_back(person.stance);
        }
        Hash hash;
        hash.add(cells);
        hash.add(stances);
        return hash.value;
    }

    std::vector<double> measures() const { return {(double)actives / settings.steps, (double)jailed / settings.steps}; }

private:
    struct Person {
        double hardship, risk_aversion;
        uint32_t cell, sentence;
        uint8_t stance;
    };

    void look_around() {
        const int v = (int)settings.vision, side = (int)settings.side;
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++)
                for (int y = -v; y <= v; y++)
                    for (int x = -v; x <= v; x++)
                        if ((x || y) && std::abs(x) + std::abs(y) <= v)
                            sight.push_back((uint16_t)((row + y + side) % side * side + (column + x + side) % side));
        seen = (uint32_t)(sight.size() / occupants.size());
    }

    bool rebels(const Person& me) const {
        const double grievance = me.hardship * (1 - settings.legitimacy);
        if (grievance <= 0.1) return false;
        uint32_t cops = 0, active = 1;
        const uint16_t* cells = &sight[(size_t)me.cell * seen];
        for (uint32_t k = 0; k < seen; k++) {
            const uint8_t stance = stances[cells[k]];
            cops += stance == kCop;
            active += stance == kActive;
        }
        const double arrest = 1 - std::exp(-2.3 * std::nearbyint((double)cops / active));
        return grievance - me.risk_aversion * arrest > 0.1;
    }

    void arrest_somebody(Random& random, uint32_t i, uint32_t tick) {
        auto&& draws = random.of(i, tick, kArrest);
        const uint16_t* cells = &sight[(size_t)people[i].cell * seen];
        uint32_t active = 0;
        int suspect = -1;
        for (uint32_t k = 0; k < seen; k++)
            if (stances[cells[k]] == kActive && below(draws, ++active) == 0) suspect = occupants[cells[k]];
        if (suspect < 0) return;
        const uint32_t sentence = below(draws, settings.sentence + 1);
        people[suspect].sentence = sentence;
        set_stance(people[suspect], sentence > 0 ? kJailed : kQuiet);
    }

    template <typename Words>
    int free_cell(Words& words, uint32_t cell) const {
        const uint16_t* cells = &sight[(size_t)cell * seen];
        for (int attempt = 0; attempt < 8; attempt++)
            if (const uint16_t candidate = cells[below(words, seen)]; occupants[candidate] < 0) return candidate;
        uint32_t choices = 0;
        for (uint32_t k = 0; k < seen; k++) choices += occupants[cells[k]] < 0;
        if (choices == 0) return -1;
        uint32_t left = below(words, choices);
        for (uint32_t k = 0;; k++)
            if (occupants[cells[k]] < 0 && left-- == 0) return cells[k];
    }

    void set_stance(Person& person, uint8_t stance) { person.stance = stances[person.cell] = stance; }

    void put(uint32_t i, uint32_t cell) {
        occupants[cell] = (int32_t)i;
        people[i].cell = cell;
        stances[cell] = people[i].stance;
    }

    Settings settings;
    std::vector<Person> people;
    std::vector<uint32_t> order;
    std::vector<int32_t> occupants;
    std::vector<uint8_t> stances;
    std::vector<uint16_t> sight;
    uint32_t seen = 0;
    uint64_t actives = 0, jailed = 0;
};

int main(int count, char** words) {
    if (count < 11) {
        fprintf(stderr, "usage: w3 SIDE CITIZENS COPS VISION LEGITIMACY SENTENCE STEPS FIRST SECONDS FORM...\n");
        return 2;
    }
    const auto number = [&](int i) { return (uint32_t)strtoul(words[i], nullptr, 10); };
    const Settings settings{number(1), number(2), number(3), number(4), atof(words[5]), number(6), number(7)};
    return measure_forms<CivilViolence>(settings, count, words, 8);
}
