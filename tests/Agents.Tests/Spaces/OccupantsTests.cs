using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class OccupantsTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void Occupants_ManyRandomChanges_EqualPlainLists(bool isTorus)
    {
        const int Agents = 60;
        var grid = new Grid(5, 4, isTorus);
        var flock = new Occupants(grid, Agents, Regime.FixedOrder);
        var byHand = Enumerable.Range(0, grid.Count).Select(_ => new List<int>()).ToArray();
        var draws = new Draws(Seed.Of(4), 0, 0, FolkView.Test);
        var around = grid.Moore(1);
        for (var i = 0; i < 3_000; i++)
        {
            var (agent, cell) = (draws.Below(Agents), draws.Below(grid.Count));
            var home = flock.CellOf(agent);
            if (home < 0)
                flock.Place(agent, cell);
            else if (draws.Below(4) == 0)
                flock.Remove(agent);
            else
                flock.Move(agent, cell);
            if (home >= 0 && flock.CellOf(agent) != home)
                byHand[home].Remove(agent);
            if (flock.CellOf(agent) is >= 0 and var place && place != home)
                byHand[place].Add(agent);
            Assert.That(In(flock, cell), Is.EqualTo(byHand[cell]));
            Assert.That((flock.Count(cell), flock.First(cell)), Is.EqualTo((byHand[cell].Count, byHand[cell].Count == 0 ? -1 : byHand[cell][0])));
            var near = new List<int>();
            foreach (var other in around.Of(cell))
                near.AddRange(byHand[other]);
            Assert.That(Around(flock, cell, around), Is.EqualTo(near));
            Assert.That(flock.CountAround(cell, around), Is.EqualTo(near.Count));
        }
    }

    [Test]
    public void Move_Synchronous_IsCarriedOutAtCommitInRowOrder()
    {
        var flock = new Occupants(new Grid(3, 1, false), 3);
        var pack = new Occupants(flock.Grid, 1);
        foreach (var agent in new[] { 2, 1, 0 })
            flock.Place(agent, agent);
        pack.Place(0, 2);
        foreach (var agent in new[] { 1, 0 })
            flock.Move(agent, 2);
        Assert.That(flock.Cells.ToArray(), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(() => flock.Regime = Regime.ShuffledSweep, Throws.InvalidOperationException);
        flock.Commit();
        Assert.That(In(flock, 2), Is.EqualTo(new[] { 2, 0, 1 }));
        Assert.That((flock.Count(2), pack.Count(2), flock.Grid.EmptyCount), Is.EqualTo((3, 1, 3)));
    }

    [Test]
    public void In_WhileTheyLeave_TheyMayOneByOne()
    {
        var flock = new Occupants(new Grid(2, 1, false), 4, Regime.FixedOrder);
        for (var agent = 0; agent < 4; agent++)
            flock.Place(agent, 0);
        foreach (var agent in flock.In(0))
        {
            if (agent % 2 == 0)
                flock.Remove(agent);
            else
                flock.Move(agent, 1);
        }
        Assert.That((flock.Count(0), In(flock, 1)), Is.EqualTo((0, new[] { 1, 3 })));
        Assert.That(
            () =>
            {
                foreach (var _ in flock.In(1))
                    flock.Remove(3);
            },
            Throws.InvalidOperationException);
    }

    [Test]
    public void Random_ManyDraws_AllOfTheCellAlike()
    {
        var flock = new Occupants(new Grid(2, 2, true), 5);
        var draws = new Draws(Seed.Of(1), 0, 0, FolkView.Test);
        Assert.That(flock.Random(1, ref draws), Is.EqualTo(-1));
        foreach (var agent in new[] { 4, 0, 3 })
            flock.Place(agent, 1);
        flock.Place(1, 2);
        var found = new int[5];
        for (var i = 0; i < 6_000; i++)
            found[flock.Random(1, ref draws)]++;
        // 4.4 standard deviations of a binomial number.
        Assert.That(new[] { found[0], found[3], found[4] }, Is.All.EqualTo(2_000).Within(160));
        Assert.That(found[1] + found[2], Is.Zero);
    }

    [Test]
    public void Remap_BirthsAndDeaths_SurvivorsKeepCellsAndOrder()
    {
        var flock = new Occupants(new Grid(2, 1, false), 4);
        foreach (var agent in new[] { 3, 0, 2, 1 })
            flock.Place(agent, 0);
        flock.Move(3, 1);
        flock.Remap([-1, 0, 1, 2, 3], 4);
        Assert.That(In(flock, 0), Is.EqualTo(new[] { 2, 1, 0 }));
        Assert.That(flock.CellOf(3), Is.EqualTo(-1));
        flock.Commit();
        Assert.That((In(flock, 0), In(flock, 1)), Is.EqualTo((new[] { 1, 0 }, new[] { 2 })));
        flock.Place(3, 0);
        flock.Place(7, 0);
        flock.Remap([0, -1, -1, 1, -1, -1, -1, 2], 3);
        Assert.That(In(flock, 0), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(flock.Cells.ToArray(), Is.EqualTo(new[] { 0, 0, 0 }));
    }

    [Test]
    public void Scatter_Everybody_UsesAllCellsAlike()
    {
        var flock = new Occupants(new Grid(4, 4, true), 8_000);
        flock.Place(5, 3);
        var draws = new Draws(Seed.Of(2), 0, 0, FolkView.Test);
        flock.Scatter(ref draws);
        var squares = Enumerable.Range(0, 16).Sum(cell => Math.Pow(flock.Count(cell) - 500, 2) / 500);
        // Chi squared of 15 degrees passes 37.7 with a probability of 0.001.
        Assert.That(squares, Is.LessThan(37.7));
        Assert.That(flock.CellOf(5), Is.EqualTo(3));
    }

    [Test]
    public void Occupants_Misused_Throw()
    {
        var flock = new Occupants(new Grid(3, 3, true), 2);
        flock.Place(0, 8);
        Assert.That(() => flock.Place(0, 1), Throws.InvalidOperationException);
        Assert.That(() => flock.Place(1, 9), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => flock.Place(-1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => flock.Move(1, 0), Throws.InvalidOperationException);
        Assert.That(() => flock.Move(0, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => flock.Remove(1), Throws.InvalidOperationException);
        Assert.That(() => flock.Remap([0], 1), Throws.ArgumentException);
        Assert.That(() => flock.CountAround(0, new Grid(4, 3, true).Moore(1)), Throws.ArgumentException);
        Assert.That(() => new Occupants(flock.Grid, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static List<int> In(Occupants occupants, int cell)
    {
        var rows = new List<int>();
        foreach (var row in occupants.In(cell))
            rows.Add(row);
        return rows;
    }

    private static List<int> Around(Occupants occupants, int cell, Neighbourhood around)
    {
        var rows = new List<int>();
        foreach (var row in occupants.Around(cell, around))
            rows.Add(row);
        return rows;
    }
}
