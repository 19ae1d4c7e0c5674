using Agents.Random;

namespace Agents.Tests.Random;

public class ManyDrawsTests
{
    private static readonly Seed Seed = Seed.Of(20, 26);
    private static readonly Purpose Purpose = new(1001);

    [Test]
    public void Samplers_AnyNumberOfAgents_EqualOneAgentAtATime()
    {
        var many = new ManyDraws(Seed, 9, Purpose);
        for (var count = 0; count <= ManyDraws.Most; count += count < 70 ? 1 : 62)
        {
            var ids = Enumerable.Range(0, count).Select(i => (uint)i * 2654435761u).ToArray();
            many.Begin(ids);
            AssertEqual(many, ids);
        }
    }

    [Test]
    public void Begin_Run_HasTheIdsThatFollow()
    {
        var many = new ManyDraws(Seed, 9, Purpose);
        many.Begin(77, 33);
        AssertEqual(many, [.. Enumerable.Range(77, 33).Select(i => (uint)i)]);
    }

    [Test]
    public void Begin_TooMany_Throws()
    {
        var many = new ManyDraws(Seed, 0, Purpose);
        Assert.That(() => many.Begin(new uint[ManyDraws.Most + 1]), Throws.ArgumentException);
        Assert.That(() => many.Begin(0, ManyDraws.Most + 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => many.Begin(0, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Samplers_TooLittleRoom_ThrowAndDrawNothing()
    {
        var many = new ManyDraws(Seed, 9, Purpose);
        many.Begin(77, 33);
        Assert.That(() => many.UniformSingle(new float[32]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => many.Uniform(new double[32]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => many.Chance(0.5, new bool[32]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        AssertEqual(many, [.. Enumerable.Range(77, 33).Select(i => (uint)i)]);
    }

    [Test]
    public void Samplers_OutOfRange_Throw()
    {
        var many = new ManyDraws(Seed, 0, Purpose);
        many.Begin(0, 1);
        Assert.That(() => many.Chance(1.1, new bool[1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => many.Normal(0, -1, new double[1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => many.Exponential(0, new double[1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Waits_ManyOfManyStreams_EqualTheScalarDraws()
    {
        var waits = new Waits(Seed, Purpose);
        foreach (var id in (uint[])[3, 4, 9, 200, 258, 259, 600, 5])
        {
            waits.Begin(id);
            var draws = new Draws(Seed, id, 0, Purpose);
            for (var wait = 0; wait < 9; wait++)
                Assert.That(waits.Next(), Is.EqualTo(draws.Exponential(1)));
        }
    }

    // In this order some numbers take the last word of one block and the first of the next.
    private static void AssertEqual(ManyDraws many, uint[] ids)
    {
        var (uniforms, singles, chances) = (new double[ids.Length], new float[ids.Length], new bool[ids.Length]);
        var (normals, waits) = (new double[ids.Length], new double[ids.Length]);
        many.UniformSingle(singles);
        many.Uniform(uniforms);
        many.Normal(0.2, 3, normals);
        many.Chance(0.3, chances);
        many.Exponential(2.5, waits);
        for (var i = 0; i < ids.Length; i++)
        {
            var draws = new Draws(Seed, ids[i], 9, Purpose);
            Assert.That(singles[i], Is.EqualTo(draws.UniformSingle()));
            Assert.That(uniforms[i], Is.EqualTo(draws.Uniform()));
            Assert.That(normals[i], Is.EqualTo(draws.Normal(0.2, 3)));
            Assert.That(chances[i], Is.EqualTo(draws.Chance(0.3)));
            Assert.That(waits[i], Is.EqualTo(draws.Exponential(2.5)));
        }
    }
}
