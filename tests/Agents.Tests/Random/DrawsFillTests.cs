using Agents.Random;

namespace Agents.Tests.Random;

public class DrawsFillTests
{
    private static readonly Seed Seed = Seed.Of(20, 26);
    private static readonly Purpose Purpose = new(1001);
    private static readonly uint[] Ids = Array.ConvertAll(Enumerable.Range(0, 1100).ToArray(), i => (uint)i * 2654435761u);

    [Test]
    public void FillUniform_AnyLength_EqualsTheScalarDraws()
    {
        foreach (var (offset, length) in Stretches())
        {
            var values = new float[length];
            Draws.FillUniform(Ids.AsSpan(offset, length), Seed, 9, Purpose, values);
            Assert.That(values, Is.EqualTo(Each(offset, length, draws => draws.UniformSingle())).AsCollection);
        }
    }

    [Test]
    public void FillSymmetric_AnyLength_EqualsTheScalarDraws()
    {
        foreach (var (offset, length) in Stretches())
        {
            var values = new float[length];
            Draws.FillSymmetric(Ids.AsSpan(offset, length), Seed, 9, Purpose, values);
            Assert.That(values, Is.EqualTo(Each(offset, length, draws => draws.SymmetricSingle())).AsCollection);
        }
    }

    [Test]
    public void FillNormal_AnyLength_EqualsTheScalarDraws()
    {
        foreach (var (offset, length) in Stretches())
        {
            var values = new double[length];
            Draws.FillNormal(Ids.AsSpan(offset, length), Seed, 9, Purpose, values);
            Assert.That(values, Is.EqualTo(Each(offset, length, draws => draws.Normal())).AsCollection);
        }
    }

    [Test]
    public void FillNormal_OfOneStream_GivesItsNextNumbers()
    {
        for (var length = 0; length < 40; length++)
        {
            var (draws, other) = (new Draws(Seed, 3, 9, Purpose), new Draws(Seed, 3, 9, Purpose));
            Assert.That(draws.Word(), Is.EqualTo(other.Word()));
            var values = new double[length];
            draws.FillNormal(values);
            foreach (var value in values)
                Assert.That(value, Is.EqualTo(other.Normal()));
            Assert.That(draws.Word(), Is.EqualTo(other.Word()), "both streams go on from the same word");
        }
    }

    [Test]
    public void Fill_LengthsDiffer_Throws()
    {
        Assert.That(() => Draws.FillUniform(Ids, Seed, 0, Purpose, new float[3]), Throws.ArgumentException);
        Assert.That(() => Draws.FillSymmetric(Ids, Seed, 0, Purpose, new float[3]), Throws.ArgumentException);
        Assert.That(() => Draws.FillNormal(Ids, Seed, 0, Purpose, new double[3]), Throws.ArgumentException);
    }

    private static IEnumerable<(int Offset, int Length)> Stretches() =>
        Enumerable.Range(0, 71).SelectMany(length => new[] { (0, length), (1, length), (3, length) }).Append((7, 1024));

    private static IEnumerable<T> Each<T>(int offset, int length, Func<Draws, T> draw) =>
        Ids.Skip(offset).Take(length).Select(id => draw(new Draws(Seed, id, 9, Purpose)));
}
