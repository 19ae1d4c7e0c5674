using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class ContinuousSpaceTests
{
    private static IEnumerable<TestCaseData> Spaces()
    {
        foreach (var isTorus in new[] { true, false })
        {
            foreach (var (width, height, cell, agents) in new[] { (10.0, 7.0, 1.0, 150), (10.0, 7.0, 0.3, 40), (3.0, 9.0, 2.0, 80), (5.0, 5.0, 50.0, 30), (8.0, 6.0, 1.5, 400), (4.0, 4.0, 1.0, 3) })
                yield return new TestCaseData(isTorus, width, height, cell, agents);
        }
    }

    [TestCaseSource(nameof(Spaces))]
    public void Within_AnyRadius_EqualsAllPairsInRowOrder(bool isTorus, double width, double height, double cell, int agents)
    {
        var space = Filled(isTorus, width, height, cell, agents);
        foreach (var radius in new[] { 0.0, 0.25, 0.5, 1.0, 1.7, 2.5, 4.0, 20.0, double.PositiveInfinity })
        {
            for (var agent = 0; agent < agents; agent += 1 + agents / 40)
            {
                var others = Enumerable.Range(0, agents).Where(other => other != agent && SquareOf(space, agent, other) <= radius * radius).ToList();
                Assert.That(Rows(space.Within(agent, radius)), Is.EqualTo(others), $"radius {radius}, agent {agent}");
                Assert.That(space.CountWithin(agent, radius), Is.EqualTo(others.Count));
                Assert.That(Rows(space.Within(space.PositionOf(agent), radius)), Is.EqualTo(others.Append(agent).Order()));
            }
        }
    }

    [TestCaseSource(nameof(Spaces))]
    public void Nearest_AnyNumber_EqualsAllPairsByDistanceThenRow(bool isTorus, double width, double height, double cell, int agents)
    {
        var space = Filled(isTorus, width, height, cell, agents);
        foreach (var k in new[] { 0, 1, 2, 5, 17, 1_000 })
        {
            for (var agent = 0; agent < agents; agent += 1 + agents / 40)
            {
                var others = Enumerable.Range(0, agents).Where(other => other != agent).OrderBy(other => SquareOf(space, agent, other)).ThenBy(other => other).Take(k);
                Assert.That(space.Nearest(agent, new int[k]).ToArray(), Is.EqualTo(others), $"{k} nearest of {agent}");
            }
        }
        Assert.That(space.Nearest(space.PositionOf(2), new int[1]).Length, Is.EqualTo(1));
    }

    [Test]
    public void Within_MoreThanTheRoom_AllocatesNothingAndIsGoneThroughOnce()
    {
        var space = Filled(true, 10, 10, 5, 500);
        var sum = 0L;
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 20 && least > 0; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var other in space.Within(3, 4))
            {
                foreach (var third in space.Within(other, 3))
                    sum += third;
            }
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.That(least, Is.Zero);
        Assert.That(sum, Is.Positive);
        Assert.That(
            () =>
            {
                var near = space.Within(3, 4);
                return (Rows(near), Rows(near));
            },
            Throws.InvalidOperationException.With.Message.Contains("ask for them again"));
        Assert.That(
            () =>
            {
                var few = space.Within(3, 0.5);
                foreach (var _ in few)
                    sum++;
                foreach (var _ in few)
                    sum++;
            },
            Throws.InvalidOperationException);
    }

    [Test]
    public void Move_Synchronous_IsSeenAtCommitAndInOtherRegimesAtOnce()
    {
        var space = new ContinuousSpace(10, 10, true, 2, 1);
        space.Place(0, new(1, 1));
        space.Place(1, new(5, 5));
        space.Move(0, new(14.5, -5));
        Assert.That((space.PositionOf(0), space.CountWithin(1, 1)), Is.EqualTo((new Vector2D(1, 1), 0)));
        Assert.That(() => space.Regime = Regime.FixedOrder, Throws.InvalidOperationException);
        space.Commit();
        Assert.That((space.PositionOf(0), space.CountWithin(1, 1)), Is.EqualTo((new Vector2D(4.5, 5), 1)));
        space.Regime = Regime.FixedOrder;
        space.Move(0, new(9, 9));
        Assert.That((space.PositionOf(0), space.CountWithin(1, 1)), Is.EqualTo((new Vector2D(9, 9), 0)));
        space.Commit();
        Assert.That(space.PositionOf(0), Is.EqualTo(new Vector2D(9, 9)));
    }

    [Test]
    public void Difference_OnATorus_GoesTheShorterWay()
    {
        var (torus, bounded) = (new ContinuousSpace(10, 4, true, 2, 1), new ContinuousSpace(10, 4, false, 2, 1));
        foreach (var space in new[] { torus, bounded })
        {
            space.Place(0, new(9, 0.5));
            space.Place(1, new(2, 3.5));
        }
        Assert.That((torus.Difference(0, 1), torus.Difference(1, 0)), Is.EqualTo((new Vector2D(3, -1), new Vector2D(-3, 1))));
        Assert.That(torus.Distance(0, 1), Is.EqualTo(Math.Sqrt(10)));
        Assert.That(bounded.Difference(0, 1), Is.EqualTo(new Vector2D(-7, 3)));
        Assert.That(torus.Distance(new Vector2D(-1, 0.5), new Vector2D(2, 3.5)), Is.EqualTo(Math.Sqrt(10)));
        Assert.That(bounded.Confine(new Vector2D(11, -1)), Is.EqualTo(new Vector2D(10, 0)));
        Assert.That(torus.Confine(new Vector2D(11, -1)), Is.EqualTo(new Vector2D(1, 3)));
        Assert.That(torus.Confine(new Vector2D(-1e-300, 4)), Is.EqualTo(new Vector2D(0, 0)));
    }

    [Test]
    public void Scatter_ManyAgents_IsUniformByKolmogorovAndSmirnov()
    {
        const int Agents = 4_000;
        var space = Filled(true, 8, 8, 1, 0);
        space.Remap([], Agents);
        var draws = new Draws(Seed.Of(5), 0, 0, FolkView.Test);
        space.Scatter(ref draws);
        foreach (var places in new[] { Sorted(position => position.X), Sorted(position => position.Y) })
        {
            var greatest = places.Select((place, rank) => Math.Abs(place / 8 - (rank + 0.5) / Agents)).Max();
            // Passed with probability 0.999 (1.95 / sqrt(n)); a density off by a tenth on one half fails it nearly always.
            Assert.That(greatest, Is.LessThan(1.95 / Math.Sqrt(Agents)));
        }

        double[] Sorted(Func<Vector2D, double> axis) => [.. space.Positions.ToArray().Select(axis).Order()];
    }

    [Test]
    public void Remap_BirthsAndDeaths_SurvivorsKeepTheirPlacesAndPendingMoves()
    {
        var space = new ContinuousSpace(6, 6, false, 4, 1);
        for (var agent = 0; agent < 4; agent++)
            space.Place(agent, new(agent + 0.5, 1));
        space.Move(3, new(0.5, 2));
        space.Remap([-1, 0, -1, 1, 2], 3);
        space.Commit();
        Assert.That(space.Positions.ToArray(), Is.EqualTo(new Vector2D[] { new(1.5, 1), new(0.5, 2), new(double.NaN, double.NaN) }));
        Assert.That(() => space.PositionOf(2), Throws.InvalidOperationException);
        space.Place(2, new(6, 6));
        space.Place(9, new(0, 0));
        Assert.That(Rows(space.Within(new Vector2D(1, 1), 1.2)), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(Rows(space.Within(new Vector2D(3, 3), 9)), Is.EqualTo(new[] { 0, 1, 2, 9 }));
        space.Remove(0);
        Assert.That(Rows(space.Within(new Vector2D(3, 3), 9)), Is.EqualTo(new[] { 1, 2, 9 }));
    }

    [Test]
    public void ContinuousSpace_Misused_Throws()
    {
        Assert.That(() => new ContinuousSpace(0, 1, true, 1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ContinuousSpace(1, double.NaN, true, 1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ContinuousSpace(1, 1, true, 1, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ContinuousSpace(1, 1, true, -1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(new ContinuousSpace(1e9, 1e9, true, 1, 1e-3).IsPlaced(0), Is.False);
        var space = new ContinuousSpace(4, 4, false, 2, 1);
        space.Place(0, new(4, 4));
        Assert.That(() => space.Place(0, new(1, 1)), Throws.InvalidOperationException);
        Assert.That(() => space.Place(1, new(4.1, 1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => space.Move(0, new(double.NaN, 1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => space.Move(1, new(1, 1)), Throws.InvalidOperationException);
        Assert.That(() => space.Remove(1), Throws.InvalidOperationException);
        Assert.That(() => space.Within(0, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => space.Within(0, double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => space.Remap([0], 1), Throws.ArgumentException);
        Assert.That(() => new ContinuousSpace(4, 4, true, 1, 1).Place(0, new(double.PositiveInfinity, 1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    /// <summary>Half of the agents at any place, half on a lattice, so that distances are equal and lie on radii.</summary>
    private static ContinuousSpace Filled(bool isTorus, double width, double height, double cell, int agents)
    {
        var space = new ContinuousSpace(width, height, isTorus, agents, cell, Regime.FixedOrder);
        var draws = new Draws(Seed.Of(3), 0, 0, FolkView.Test);
        for (var agent = agents - 1; agent >= 0; agent--)
        {
            space.Place(agent, new(draws.Uniform() * width, draws.Uniform() * height));
            if (agent % 2 == 0)
                space.Move(agent, new(draws.Below((int)(4 * width)) / 4.0, draws.Below((int)(4 * height)) / 4.0));
        }
        return space;
    }

    private static double SquareOf(ContinuousSpace space, int one, int other)
    {
        var way = space.PositionOf(other) - space.PositionOf(one);
        var (x, y) = (Math.Abs(way.X), Math.Abs(way.Y));
        if (space.IsTorus)
            (x, y) = (Math.Min(x, space.Width - x), Math.Min(y, space.Height - y));
        return x * x + y * y;
    }

    private static List<int> Rows(ContinuousSpace.Neighbours neighbours)
    {
        var rows = new List<int>();
        foreach (var row in neighbours)
            rows.Add(row);
        return rows;
    }
}
