using Torture;

namespace Agents.Generators.Tests;

/// <summary>Effects under a condition: only those who come there have them, in the order of rows, with blocks and without.</summary>
public sealed class EffectTests
{
    [Test]
    public void ClaimsBirthsAndDeathsInBranches_WithBlocksAndWithout_SameState()
    {
        var (blocks, scalar) = (new Herd(3_333), new Herd(3_333) { UsesBlockForms = false });
        for (var tick = 0; tick < 8; tick++)
        {
            blocks.Advance();
            scalar.Advance();
            Assert.That(Fingerprint.Of(blocks), Is.EqualTo(Fingerprint.Of(scalar)), $"tick {tick}");
        }
        Assert.That(blocks.Animals.Count, Is.Not.EqualTo(3_333));
    }
}
