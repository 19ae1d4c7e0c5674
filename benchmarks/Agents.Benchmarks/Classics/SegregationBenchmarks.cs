using Agents.Random;
using Agents.Spaces;
using BenchmarkDotNet.Attributes;

namespace Agents.Benchmarks.Classics;

/// <summary>
/// What do marks give a resident who looks around: all residents of a bounded grid count their neighbours of the own
/// group, neighbour by neighbour or sixteen cells at a time?
/// </summary>
public class SegregationBenchmarks
{
    private byte[] groups = [];
    private Grid grid = null!;
    private Neighbourhood around = null!;
    private Marks marks = null!;

    [Params(1, 2, 5)]
    public int Radius { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        const int Residents = 8_000;
        groups = [.. Enumerable.Range(0, Residents).Select(row => (byte)(1 + row % 2))];
        grid = new Grid(100, 100, isTorus: false, Residents);
        around = grid.Moore(Radius);
        marks = new Marks(grid, around);
        var draws = new Draws(Seed.Of(1), Model.ModelId, 0, Purpose.Shuffle);
        for (var row = 0; row < Residents; row++)
        {
            grid.Place(row, grid.RandomEmptyCell(ref draws));
            marks[grid.CellOf(row)] = groups[row];
        }
    }

    [Benchmark(Baseline = true)]
    public int ByNeighbour()
    {
        var alike = 0;
        for (var row = 0; row < groups.Length; row++)
        {
            foreach (var cell in around.Of(grid.CellOf(row)))
                alike += grid.Occupant(cell) is >= 0 and var other && groups[other] == groups[row] ? 1 : 0;
        }
        return alike;
    }

    [Benchmark]
    public int ByMarks()
    {
        var alike = 0;
        foreach (var cell in grid.Cells)
            alike += marks.CountAlike(cell);
        return alike;
    }
}
