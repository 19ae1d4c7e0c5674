// W2, Schelling's segregation in C++. naive: residents as structs, a grid of their numbers, two nested loops with a test of
// the edge. best and keyed: a byte for the group in every cell, with a margin of empty cells so that no edge needs a test.
// All keep a list of empty cells.
//
//   w2 WIDTH HEIGHT AGENTS RADIUS NEED STEPS FIRST SECONDS FORM...      forms: naive best keyed
//
// Measures: share of happy residents, mean share of neighbours of the own group.
#include "classic.h"

constexpr uint32_t kSettle = 1000, kMove = 1001;

struct Settings {
    uint32_t width, height, agents, radius, need, steps;
};

class NaiveSchelling {
public:
    NaiveSchelling(const Settings& settings, Xoshiro& random)
        : settings(settings), grid(settings.width * settings.height, kNobody), residents(settings.agents), order(settings.agents) {
        std::vector<int> cells(grid.size());
        std::iota(cells.begin(), cells.end(), 0);
        std::shuffle(cells.begin(), cells.end(), random);
        std::iota(order.begin(), order.end(), 0);
        const int width = (int)settings.width;
        for (size_t i = 0; i < residents.size(); i++) {
            residents[i] = {cells[i] % width, cells[i] / width, i < residents.size() / 2 ? 1 : 2};
            grid[cells[i]] = (int)i;
        }
        for (size_t i = residents.size(); i < cells.size(); i++) empty.push_back({cells[i] % width, cells[i] / width});
    }

    void step(Xoshiro& random, uint32_t) {
        std::shuffle(order.begin(), order.end(), random);
        for (const int i : order) {
            Resident& me = residents[i];
            if (neighbours(me).same >= (int)settings.need) continue;
            Cell& choice = empty[any_below(random, empty.size())];
            const Cell home = {me.x, me.y};
            at(me.x, me.y) = kNobody;
            me.x = choice.x;
            me.y = choice.y;
            at(me.x, me.y) = i;
            choice = home;
        }
    }

    uint32_t agents() const { return settings.agents; }

    uint64_t hash() const { return 0; }

    std::vector<double> measures() const {
        int happy = 0, counted = 0;
        double shares = 0;
        for (const Resident& resident : residents) {
            const Seen seen = neighbours(resident);
            happy += seen.same >= (int)settings.need;
            counted += seen.all > 0;
            shares += seen.all > 0 ? (double)seen.same / seen.all : 0;
        }
        return {(double)happy / settings.agents, shares / counted};
    }

private:
    static constexpr int kNobody = -1;
    struct Resident {
        int x, y, group;
    };
    struct Cell {
        int x, y;
    };
    struct Seen {
        int same, all;
    };

    int& at(int x, int y) { return grid[y * (int)settings.width + x]; }

    Seen neighbours(const Resident& me) const {
        Seen seen{0, 0};
        const int radius = (int)settings.radius, width = (int)settings.width, height = (int)settings.height;
        for (int y = me.y - radius; y <= me.y + radius; y++)
            for (int x = me.x - radius; x <= me.x + radius; x++) {
                if (x < 0 || x >= width || y < 0 || y >= height || (x == me.x && y == me.y)) continue;
                const int other = grid[y * width + x];
                if (other == kNobody) continue;
                seen.all++;
                seen.same += residents[other].group == me.group;
            }
        return seen;
    }

    Settings settings;
    std::vector<int> grid;
    std::vector<Resident> residents;
    std::vector<int> order;
    std::vector<Cell> empty;
};

template <typename Random>
class Schelling {
public:
    Schelling(const Settings& settings, Random& random)
        : settings(settings), stride(settings.width + 2 * settings.radius),
          groups((size_t)stride * (settings.height + 2 * settings.radius)), cells(settings.agents), order(settings.agents) {
        const int r = (int)settings.radius;
        for (int y = -r; y <= r; y++)
            for (int x = -r; x <= r; x++)
                if (x || y) offsets.push_back(y * (int)stride + x);
        for (uint32_t y = 0; y < settings.height; y++)
            for (uint32_t x = 0; x < settings.width; x++) empty.push_back((y + settings.radius) * stride + x + settings.radius);
        std::iota(order.begin(), order.end(), 0);
        auto&& draws = random.of(kModelId, 0, kSettle);
        for (uint32_t i = 0; i < settings.agents; i++) {
            const uint32_t choice = below(draws, (uint32_t)empty.size());
            cells[i] = empty[choice];
            groups[cells[i]] = group_of(i);
            empty[choice] = empty.back();
            empty.pop_back();
        }
    }

    void step(Random& random, uint32_t tick) {
        random.order(order, tick);
        for (const uint32_t i : order) {
            const uint32_t cell = cells[i];
            const uint8_t group = groups[cell];
            if (like(cell, group) >= settings.need) continue;
            auto&& draws = random.of(i, tick, kMove);
            const uint32_t choice = below(draws, (uint32_t)empty.size());
            cells[i] = empty[choice];
            groups[cells[i]] = group;
            groups[cell] = 0;
            empty[choice] = cell;
        }
    }

    uint32_t agents() const { return settings.agents; }

    uint64_t hash() const {
        std::vector<int32_t> numbers;
        for (const uint32_t cell : cells)
            numbers.push_back((int32_t)((cell / stride - settings.radius) * settings.width + cell % stride - settings.radius));
        Hash hash;
        hash.add(numbers);
        return hash.value;
    }

    std::vector<double> measures() const {
        uint32_t happy = 0, counted = 0;
        double shares = 0;
        for (uint32_t i = 0; i < settings.agents; i++) {
            const uint32_t same = like(cells[i], group_of(i)), all = same + like(cells[i], 3 - group_of(i));
            happy += same >= settings.need;
            counted += all > 0;
            shares += all > 0 ? (double)same / all : 0;
        }
        return {(double)happy / settings.agents, shares / counted};
    }

private:
    uint8_t group_of(uint32_t i) const { return i < settings.agents / 2 ? 1 : 2; }

    uint32_t like(uint32_t cell, uint8_t group) const {
        uint32_t same = 0;
        for (const int offset : offsets) same += groups[cell + offset] == group;
        return same;
    }

    Settings settings;
    uint32_t stride;
    std::vector<uint8_t> groups;
    std::vector<uint32_t> cells, order, empty;
    std::vector<int> offsets;
};

int main(int count, char** words) {
    if (count < 10) {
        fprintf(stderr, "usage: w2 WIDTH HEIGHT AGENTS RADIUS NEED STEPS FIRST SECONDS FORM...\n");
        return 2;
    }
    const auto number = [&](int i) { return (uint32_t)strtoul(words[i], nullptr, 10); };
    return measure_forms<NaiveSchelling, Schelling>(Settings{number(1), number(2), number(3), number(4), number(5), number(6)}, count, words, 7);
}
