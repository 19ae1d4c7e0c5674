using Elites.Parameters;
using Elites.Rules;

namespace Elites.Tests.Rules;

public class ProspectTableTests
{
    private readonly ProspectTable table = new(new HardshipParameters());

    [TestCase(1, 1)]
    [TestCase(-1, -2.25)]
    [TestCase(0, 0)]
    public void Value_GainOrLoss_IsThatOfTverskyAndKahneman(double z, double expected) =>
        Assert.That(table.Value(z), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Keeps_DenseGrid_IsOffByLessThanStated()
    {
        const int Points = 500_000;
        var worst = 0.0;
        for (var i = 0; i <= Points; i++)
        {
            var z = -1 + 5.0 * i / Points;
            worst = Math.Max(worst, Math.Abs(table.Keeps((float)z) - Math.Exp(-0.5 * Math.Abs(table.Value(z)))));
        }
        Assert.That(worst, Is.LessThan(0.0002));
    }

    [Test]
    public void Keeps_AtTheReference_IsOne() => Assert.That(table.Keeps(0), Is.EqualTo(1f));

    [Test]
    public void IsOf_OtherLossAversion_IsFalse() =>
        Assert.That(table.IsOf(new HardshipParameters { LossAversion = 2 }), Is.False);
}
