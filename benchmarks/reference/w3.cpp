// W3, Epstein's civil violence (model I) in C++. naive: people as structs, a grid of their numbers, two nested loops that
// wrap every cell in sight; suspects and free cells are listed and one is picked. best and keyed: a byte for the stance in
// every cell, the cells in sight of every cell in a table, a random empty cell in sight by trying.
//
//   w3 SIDE CITIZENS COPS VISION LEGITIMACY SENTENCE STEPS FIRST SECONDS FORM...      forms: naive best keyed
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

class NaiveCivilViolence {
public:
    NaiveCivilViolence(const Settings& settings, Xoshiro& random)
        : settings(settings), side((int)settings.side), vision((int)settings.vision), grid(side * side, kNoOne), people(agents()), order(agents()) {
        std::vector<int> cells(grid.size());
        std::iota(cells.begin(), cells.end(), 0);
        std::shuffle(cells.begin(), cells.end(), random);
        std::iota(order.begin(), order.end(), 0);
        std::uniform_real_distribution<double> nature(0, 1);
        for (size_t i = 0; i < people.size(); i++) {
            people[i] = {nature(random), nature(random), cells[i] % side, cells[i] / side, 0, i < settings.citizens ? kQuiet : kCop};
            grid[cells[i]] = (int)i;
        }
    }

    void step(Xoshiro& random, uint32_t) {
        std::shuffle(order.begin(), order.end(), random);
        for (const int i : order) {
            Person& me = people[i];
            if (me.stance == kJailed) {
                if (--me.sentence == 0) me.stance = kQuiet;
                continue;
            }
            if (me.stance == kCop)
                arrest_somebody(random, me);
            else
                me.stance = rebels(me) ? kActive : kQuiet;
            walk(random, i);
        }
        for (const Person& person : people) {
            actives += person.stance == kActive;
            jailed += person.stance == kJailed;
        }
    }

    uint32_t agents() const { return settings.citizens + settings.cops; }

    uint64_t hash() const { return 0; }

    std::vector<double> measures() const { return {(double)actives / settings.steps, (double)jailed / settings.steps}; }

private:
    static constexpr int kNoOne = -1;
    struct Person {
        double hardship, risk_aversion;
        int x, y, sentence;
        uint8_t stance;
    };
    struct Cell {
        int x, y;
    };

    int wrapped(int place) const { return (place + side) % side; }

    int& at(int x, int y) { return grid[y * side + x]; }

    // Calls something with every cell in sight.
    template <typename See>
    void look(const Person& me, See see) {
        for (int dy = -vision; dy <= vision; dy++) {
            const int y = wrapped(me.y + dy), reach = vision - std::abs(dy);
            for (int dx = -reach; dx <= reach; dx++)
                if (dx || dy) see(Cell{wrapped(me.x + dx), y});
        }
    }

    bool rebels(const Person& me) {
        const double grievance = me.hardship * (1 - settings.legitimacy);
        if (grievance <= 0.1) return false;
        int cops = 0, active = 1;
        look(me, [&](Cell cell) {
            const int other = at(cell.x, cell.y);
            if (other == kNoOne) return;
            cops += people[other].stance == kCop;
            active += people[other].stance == kActive;
        });
        const double arrest = 1 - std::exp(-2.3 * std::nearbyint((double)cops / active));
        return grievance - me.risk_aversion * arrest > 0.1;
    }

    void arrest_somebody(Xoshiro& random, const Person& me) {
        std::vector<int> suspects;
        look(me, [&](Cell cell) {
            const int other = at(cell.x, cell.y);
            if (other != kNoOne && people[other].stance == kActive) suspects.push_back(other);
        });
        if (suspects.empty()) return;
        Person& suspect = people[suspects[any_below(random, suspects.size())]];
        suspect.sentence = any_below(random, settings.sentence + 1);
        suspect.stance = suspect.sentence > 0 ? kJailed : kQuiet;
    }

    void walk(Xoshiro& random, int i) {
        Person& me = people[i];
        std::vector<Cell> free;
        look(me, [&](Cell cell) {
            if (at(cell.x, cell.y) == kNoOne) free.push_back(cell);
        });
        if (free.empty()) return;
        const Cell choice = free[any_below(random, free.size())];
        at(me.x, me.y) = kNoOne;
        me.x = choice.x;
        me.y = choice.y;
        at(me.x, me.y) = i;
    }

    Settings settings;
    int side, vision;
    std::vector<int> grid;
    std::vector<Person> people;
    std::vector<int> order;
    uint64_t actives = 0, jailed = 0;
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
    return measure_forms<NaiveCivilViolence, CivilViolence>(settings, count, words, 8);
}
