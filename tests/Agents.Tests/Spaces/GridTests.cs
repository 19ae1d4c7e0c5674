using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class GridTests
{
    [TestCase(true, 1)]
    [TestCase(true, 3)]
    [TestCase(false, 1)]
    [TestCase(false, 2)]
    [TestCase(false, 9)]
    public void Neighbourhood_EveryCell_EqualsTheDefinition(bool isTorus, int radius)
    {
        var grid = new Grid(9, 7, isTorus, 0);
        foreach (var isMoore in new[] { true, false })
        {
            var around = isMoore ? grid.Moore(radius) : grid.VonNeumann(radius);
            for (var cell = 0; cell < grid.Count; cell++)
            {
                var found = new List<int>();
                foreach (var other in around.Of(cell))
                    found.Add(other);
                Assert.That(found, Is.EquivalentTo(Within(grid, cell, radius, isMoore)));
                var indexed = Enumerable.Range(0, around.Size).Select(index => around.At(cell, index)).Where(other => other >= 0);
                Assert.That(found, Is.EqualTo(indexed));
            }
        }
    }

    [Test]
    public void Scatter_SomeAreThere_PlacesTheOthersInTheirOrder()
    {
        var (grid, byHand) = (new Grid(5, 5, false, 25), new Grid(5, 5, false, 25));
        grid.Place(3, 7);
        byHand.Place(3, 7);
        var draws = new Draws(Seed.Of(2), 0, 0, FolkView.Test);
        var again = draws;
        grid.Scatter(ref draws);
        for (var agent = 0; agent < 25; agent++)
        {
            if (agent != 3)
                byHand.Place(agent, byHand.RandomEmptyCell(ref again));
        }
        Assert.That(grid.Cells.ToArray(), Is.EqualTo(byHand.Cells.ToArray()));
        Assert.That(grid.EmptyCount, Is.Zero);
    }

    [Test]
    public void Neighbourhood_TooWideForTorus_Throws()
    {
        Assert.That(() => new Grid(6, 9, true, 0).Moore(3), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Grid_ManyRandomMoves_OneAgentACellAndEmptyCellsKnown()
    {
        var grid = new Grid(10, 10, true, 60);
        var draws = new Draws(Seed.Of(1), 0, 0, FolkView.Test);
        for (var agent = 0; agent < 60; agent++)
            grid.Place(agent, grid.RandomEmptyCell(ref draws));
        for (var i = 0; i < 5_000; i++)
        {
            var agent = draws.Below(60);
            grid.Move(agent, grid.RandomEmptyCell(ref draws));
            if (i % 7 == 0)
            {
                grid.Remove(agent);
                Assert.That(grid.EmptyCount, Is.EqualTo(41));
                grid.Place(agent, grid.RandomEmptyCell(ref draws));
            }
        }
        Assert.That(grid.EmptyCount, Is.EqualTo(40));
        Assert.That(grid.Cells.ToArray(), Is.Unique);
        for (var agent = 0; agent < 60; agent++)
            Assert.That(grid.Occupant(grid.CellOf(agent)), Is.EqualTo(agent));
        Assert.That(Occupants(grid).Count(agent => agent < 0), Is.EqualTo(40));
    }

    [Test]
    public void RandomEmptyCell_ManyDraws_AllEmptyCellsAlike()
    {
        var grid = new Grid(5, 5, false, 25);
        int[] empty = [6, 10, 24];
        for (var cell = 0; cell < 25; cell++)
        {
            if (!empty.Contains(cell))
                grid.Place(cell, cell);
        }
        var found = new int[25];
        var draws = new Draws(Seed.Of(1), 0, 0, FolkView.Test);
        for (var i = 0; i < 6_000; i++)
            found[grid.RandomEmptyCell(ref draws)]++;
        Assert.That(found.Sum() - empty.Sum(cell => found[cell]), Is.Zero);
        foreach (var cell in empty)
            Assert.That(found[cell], Is.EqualTo(2_000).Within(160));
    }

    [Test]
    public void RandomEmptyCell_FullGrid_Throws()
    {
        var grid = new Grid(3, 3, true, 9);
        for (var cell = 0; cell < 9; cell++)
            grid.Place(cell, cell);
        var draws = new Draws(Seed.Of(1), 0, 0, FolkView.Test);
        Assert.That(() => grid.RandomEmptyCell(ref draws), Throws.InvalidOperationException);
    }

    [Test]
    public void Place_TakenCellOrPlacedAgent_Throws()
    {
        var grid = new Grid(3, 3, true, 2);
        grid.Place(0, 4);
        Assert.That(() => grid.Place(1, 4), Throws.InvalidOperationException);
        Assert.That(() => grid.Place(0, 5), Throws.InvalidOperationException);
        Assert.That(() => grid.Move(0, 4), Throws.InvalidOperationException);
        Assert.That(() => grid.Remove(1), Throws.InvalidOperationException);
        Assert.That(() => grid.Move(1, 5), Throws.InvalidOperationException);
        Assert.That(grid.EmptyCount, Is.EqualTo(8));
    }

    [Test]
    public void Remap_DeathsAndBirths_SurvivorsKeepTheirCells()
    {
        var grid = new Grid(4, 1, false, 3);
        for (var agent = 0; agent < 3; agent++)
            grid.Place(agent, agent);
        grid.Remap([-1, 0, 1, 2, 3], 4);
        Assert.That(Occupants(grid), Is.EqualTo(new[] { -1, 0, 1, -1 }));
        Assert.That(grid.EmptyCount, Is.EqualTo(2));
        grid.Place(3, 0);
        grid.Place(2, 3);
        Assert.That(Occupants(grid), Is.EqualTo(new[] { 3, 0, 1, 2 }));
    }

    [Test]
    public void Place_BornSinceTheLastRemap_IsPlacedAndRemapped()
    {
        var grid = new Grid(4, 1, false, 1);
        grid.Place(0, 2);
        Assert.That(grid.CellOf(3), Is.EqualTo(-1));
        grid.Place(3, 1);
        Assert.That(grid.Cells.ToArray(), Is.EqualTo(new[] { 2, -1, -1, 1 }));
        grid.Remap([-1, 0, -1, 1], 2);
        Assert.That(grid.Cells.ToArray(), Is.EqualTo(new[] { -1, 1 }));
        Assert.That(Occupants(grid), Is.EqualTo(new[] { -1, 1, -1, -1 }));
        Assert.That(() => grid.Remap([0], 1), Throws.ArgumentException);
    }

    [Test]
    public void Cells_AfterGrowth_AreOfTheAgentsOnly()
    {
        var grid = new Grid(4, 1, false, 3);
        grid.Remap([0, 1, 2, 3], 4);
        Assert.That(grid.Cells.Length, Is.EqualTo(4));
        grid.Remap([0, -1, -1, 1], 2);
        Assert.That(grid.Cells.Length, Is.EqualTo(2));
    }

    private static List<int> Within(Grid grid, int cell, int radius, bool isMoore)
    {
        var cells = new List<int>();
        for (var other = 0; other < grid.Count; other++)
        {
            var x = Distance(cell % grid.Width, other % grid.Width, grid.Width, grid.IsTorus);
            var y = Distance(cell / grid.Width, other / grid.Width, grid.Height, grid.IsTorus);
            if (other != cell && (isMoore ? Math.Max(x, y) : x + y) <= radius)
                cells.Add(other);
        }
        return cells;
    }

    private static int Distance(int one, int other, int length, bool isTorus)
    {
        var distance = Math.Abs(one - other);
        return isTorus ? Math.Min(distance, length - distance) : distance;
    }

    private static int[] Occupants(Grid grid) => [.. Enumerable.Range(0, grid.Count).Select(grid.Occupant)];
}
