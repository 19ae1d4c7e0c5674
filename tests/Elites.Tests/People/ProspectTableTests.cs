using Elites.People;

namespace Elites.Tests.People;

public class ProspectTableTests
{
    private readonly ProspectTable table = new(new HardshipParameters());

    private const int Points = 500_000;

    private static IEnumerable<double> Grid => Enumerable.Range(0, Points + 1).Select(i => -1 + 5.0 * i / Points);

    [TestCase(1, 1)]
    [TestCase(-1, -2.25)]
    [TestCase(0, 0)]
    public void Value_GainOrLoss_IsThatOfTverskyAndKahneman(float z, double expected) =>
        Assert.That(table.Value(z), Is.EqualTo(expected).Within(1e-6));

    [Test]
    public void Value_DenseGrid_IsOffByLessThanStated() =>
        Assert.That(Grid.Max(z => Math.Abs(table.Value((float)z) - Value(z))), Is.LessThan(0.0004));

    [Test]
    public void Keeps_DenseGrid_IsOffByLessThanStated() =>
        Assert.That(Grid.Max(z => Math.Abs(table.Keeps((float)z) - Math.Exp(-0.5 * Math.Abs(Value(z))))), Is.LessThan(0.0002));

    [Test]
    public void Keeps_AtTheReference_IsOne() => Assert.That(table.Keeps(0), Is.EqualTo(1f));

    [Test]
    public void IsOf_OtherLossAversion_IsFalse() =>
        Assert.That(table.IsOf(new HardshipParameters { LossAversion = 2 }), Is.False);

    private static double Value(double z) => z >= 0 ? Math.Pow(z, 0.88) : -2.25 * Math.Pow(-z, 0.88);
}
