using Agents.Spaces;
using Elites.Populations;
using Elites.Street;

namespace Elites.Tests.Street;

/// <summary>M11: ties under repression.</summary>
public class CutTiesTests
{
    // Laws 0.5 and surveillance 0.5 0.5 of what repression makes of them.
    [TestCase(0, 1)]
    [TestCase(0.6, 0.7 * 0.85)]
    [TestCase(1, 0.5 * 0.75)]
    public void ShareLeft_UnderRepression_IsWhatBothLeave(double repression, double expected) =>
        Assert.That(CutTies.ShareLeft(repression, new()), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Run_WarThenSettlement_TiesHoldTheirNumberAndThenComeBackSlowly()
    {
        var series = Trial.Run(1_000, 120, set: p => (p.Repression.Answer, p.Repression.Growth, p.Coup.Enabled, p.Right.Enabled) = (0, 0, false, false), settleAt: 40, terms: 0.6).Series("weak_ties");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(series[..40], Is.All.EqualTo(0.7 * 0.85).Within(0.002));
            Assert.That(series[50], Is.LessThan(0.62));
            Assert.That(series[^1], Is.GreaterThan(0.66));
            Assert.That(series[40..], Is.Ordered);
        }
    }

    [Test]
    public void MoveTo_ThereAndBack_LeavesTheSameTies()
    {
        var ties = WeakTies.Over(Network.FromLinks(300, [new Link(0, 1)], isDirected: false), 2, 0.5, Seed.Of(1), out var network);
        var before = Enumerable.Range(0, 300).Select(node => network.Neighbours(node).ToArray()).ToArray();
        ties.MoveTo(0.9);
        var more = network.LinkCount;
        ties.MoveTo(0);
        var none = network.LinkCount;
        ties.MoveTo(0.5);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(more, Is.InRange(200, 330), "some 300 ties at a mean degree of 2");
            Assert.That(none, Is.EqualTo(1), "the lasting one");
            Assert.That(Enumerable.Range(0, 300).Select(node => network.Neighbours(node).ToArray()), Is.EqualTo(before));
        }
    }
}
