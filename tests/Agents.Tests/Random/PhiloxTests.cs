using Agents.Random;

namespace Agents.Tests.Random;

public class PhiloxTests
{
    // The published known-answer vectors of Philox4x32-10 (Salmon et al. 2011, Random123).
    [Test]
    public void Block_ZeroCounterAndKey_GivesPublishedWords() =>
        Assert.That(
            Philox.Block((0, 0, 0, 0), (0, 0)),
            Is.EqualTo((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)));

    [Test]
    public void Block_AllBitsSet_GivesPublishedWords() =>
        Assert.That(
            Philox.Block((~0u, ~0u, ~0u, ~0u), (~0u, ~0u)),
            Is.EqualTo((0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)));

    [Test]
    public void Block_DigitsOfPi_GivesPublishedWords() =>
        Assert.That(
            Philox.Block((0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), (0xa4093822, 0x299f31d0)),
            Is.EqualTo((0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)));

    [Test]
    public void FillFirstWords_AnyLengthAndOffset_GivesTheScalarWords()
    {
        var ids = Array.ConvertAll(Enumerable.Range(0, 80).ToArray(), i => (uint)(i * i * 2654435761L));
        for (var offset = 0; offset < 4; offset++)
        {
            for (var length = 0; length <= 70; length++)
            {
                var agents = ids.AsSpan(offset, length);
                var words = new uint[length + 2];
                Philox.FillFirstWords(agents, (3, 5, 7), (11, 13), words.AsSpan(1, length));
                for (var i = 0; i < length; i++)
                    Assert.That(words[i + 1], Is.EqualTo(Philox.Block((agents[i], 3, 5, 7), (11, 13)).Word0), $"{length}, {i}");
                Assert.That((words[0], words[^1]), Is.EqualTo((0u, 0u)), "written outside");
            }
        }
    }

    [Test]
    public void FillFirstTwoWords_AnyLengthAndOffset_GivesTheScalarWords()
    {
        var ids = Array.ConvertAll(Enumerable.Range(0, 80).ToArray(), i => (uint)(i * i * 2654435761L));
        for (var length = 0; length <= 70; length++)
        {
            var agents = ids.AsSpan(length % 3, length);
            var first = new uint[length];
            var second = new uint[length];
            Philox.FillFirstTwoWords(agents, (~0u, ~1u, ~2u), (~3u, ~4u), first, second);
            for (var i = 0; i < length; i++)
            {
                var (word0, word1, _, _) = Philox.Block((agents[i], ~0u, ~1u, ~2u), (~3u, ~4u));
                Assert.That((first[i], second[i]), Is.EqualTo((word0, word1)), $"{length}, {i}");
            }
        }
    }

    [Test]
    public void FillWholeBlocks_AnyLength_GivesTheScalarBlocks()
    {
        for (var length = 0; length < 71; length++)
        {
            var agents = Array.ConvertAll(Enumerable.Range(0, length).ToArray(), i => (uint)i * 2654435761u);
            var moments = Array.ConvertAll(agents, agent => agent ^ 99);
            var draws = Array.ConvertAll(agents, agent => agent * 3 + 1);
            var words = new uint[4 * length];
            Philox.FillWholeBlocks(agents, moments, draws, new Purpose(~5u), (~3u, 11), words);
            var expected = Enumerable.Range(0, length).SelectMany(i =>
            {
                var (word0, word1, word2, word3) = Philox.Block((agents[i], moments[i], ~5u, draws[i]), (~3u, 11));
                return new[] { word0, word1, word2, word3 };
            });
            Assert.That(words, Is.EqualTo(expected).AsCollection);
        }
    }

    [Test]
    public void FillWholeBlocks_LengthsDiffer_Throws()
    {
        var (twenty, other) = (new uint[20], new uint[21]);
        Assert.That(() => Philox.FillWholeBlocks(twenty, other, twenty, default, (0, 0), new uint[80]), Throws.ArgumentException);
        Assert.That(() => Philox.FillWholeBlocks(twenty, twenty, other, default, (0, 0), new uint[80]), Throws.ArgumentException);
        Assert.That(() => Philox.FillWholeBlocks(twenty, twenty, twenty, default, (0, 0), new uint[79]), Throws.ArgumentException);
    }

    [Test]
    public void FillFirstWords_LengthsDiffer_Throws()
    {
        Assert.That(() => Philox.FillFirstWords(new uint[20], (0, 0, 0), (0, 0), new uint[19]), Throws.ArgumentException);
        Assert.That(
            () => Philox.FillFirstTwoWords(new uint[20], (0, 0, 0), (0, 0), new uint[20], new uint[21]), Throws.ArgumentException);
    }

    [Test]
    public void Block_ManyCounters_EqualsThePaperWordByWord()
    {
        var random = new System.Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var counter = (Any(), Any(), Any(), Any());
            var key = (Any(), Any());
            Assert.That(Philox.Block(counter, key), Is.EqualTo(Paper(counter, key)));
        }

        uint Any() => (uint)random.NextInt64(1L << 32);
    }

    // The definition in Salmon et al. (2011), section 3.3: L' = high half xor key xor R, R' = low half, words exchanged.
    private static (uint, uint, uint, uint) Paper((uint, uint, uint, uint) counter, (uint, uint) key)
    {
        uint[] x = [counter.Item1, counter.Item2, counter.Item3, counter.Item4];
        for (var round = 0u; round < 10; round++)
        {
            var a = (UInt128)x[0] * 0xD2511F53;
            var b = (UInt128)x[2] * 0xCD9E8D57;
            x =
            [
                (uint)(b >> 32) ^ x[1] ^ (key.Item1 + round * 0x9E3779B9), (uint)b,
                (uint)(a >> 32) ^ x[3] ^ (key.Item2 + round * 0xBB67AE85), (uint)a,
            ];
        }
        return (x[0], x[1], x[2], x[3]);
    }
}
