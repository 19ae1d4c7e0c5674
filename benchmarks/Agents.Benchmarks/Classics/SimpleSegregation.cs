namespace Agents.Benchmarks.Classics;

/// <summary>W2 as the simplest correct C#.</summary>
internal sealed class SimpleSegregation
{
    private readonly System.Random random;
    private readonly int side;
    private readonly int radius;
    private readonly int need;
    private readonly int[,] groups;
    private readonly (int X, int Y)[] residents;
    private readonly int[] order;
    private readonly List<(int X, int Y)> empty = [];

    public SimpleSegregation(int side, int agents, int radius, int need, int seed)
    {
        (this.side, this.radius, this.need) = (side, radius, need);
        random = new System.Random(seed);
        groups = new int[side, side];
        residents = new (int X, int Y)[agents];
        order = [.. Enumerable.Range(0, agents)];
        var cells = Enumerable.Range(0, side * side).Select(cell => (cell % side, cell / side)).ToArray();
        random.Shuffle(cells);
        for (var i = 0; i < agents; i++)
        {
            residents[i] = cells[i];
            groups[residents[i].X, residents[i].Y] = 1 + 2 * i / agents;
        }
        empty.AddRange(cells[agents..]);
    }

    public void Step()
    {
        random.Shuffle(order);
        foreach (var i in order)
        {
            var (x, y) = residents[i];
            if (Look(x, y).Same >= need)
                continue;
            var choice = random.Next(empty.Count);
            residents[i] = empty[choice];
            groups[residents[i].X, residents[i].Y] = groups[x, y];
            groups[x, y] = 0;
            empty[choice] = (x, y);
        }
    }

    public double[] Measure()
    {
        var looks = residents.Select(cell => Look(cell.X, cell.Y)).ToList();
        return [looks.Average(look => look.Same >= need ? 1.0 : 0.0), looks.Where(look => look.All > 0).Average(look => (double)look.Same / look.All)];
    }

    private (int Same, int All) Look(int x, int y)
    {
        var (same, all) = (0, 0);
        for (var column = Math.Max(0, x - radius); column <= Math.Min(side - 1, x + radius); column++)
        {
            for (var row = Math.Max(0, y - radius); row <= Math.Min(side - 1, y + radius); row++)
            {
                if ((column, row) == (x, y) || groups[column, row] == 0)
                    continue;
                all++;
                same += groups[column, row] == groups[x, y] ? 1 : 0;
            }
        }
        return (same, all);
    }
}
