using System.Buffers.Binary;
using System.Security.Cryptography;
using Agents.Tests.Readme;

namespace Agents.Tests;

public sealed class CheckpointTests
{
    private string folder = "";

    [OneTimeSetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("checkpoints").FullName;

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Restore_AnyRegimeAndTick_GoesOnBitForBit([Values] Regime regime, [Values(0, 1, 17)] int ticks)
    {
        var original = Advance(new Hamlet(regime), ticks);
        var saved = Saved(original);
        var restored = new Hamlet(regime);
        Checkpoint.Restore(restored, new MemoryStream(saved));
        Assert.That(StateGraph.Differences(original, restored), Is.Empty);
        Assert.That(StateGraph.Differences(Advance(original, 20), Advance(restored, 20)), Is.Empty);
        Assert.That(Saved(restored), Is.EqualTo(Saved(original)));
    }

    [Test]
    public void Restore_TheReadmesModel_NeedsNothingOfIt()
    {
        var path = Path.Combine(folder, "rumour.checkpoint");
        var (original, restored) = (Advance(NewRumour(), 10), NewRumour());
        Checkpoint.Save(original, path);
        Checkpoint.Restore(restored, path);
        Assert.That(StateGraph.Differences(original, restored), Is.Empty);
        Assert.That(Fingerprint.Of(Advance(restored, 20)), Is.EqualTo(Fingerprint.Of(Advance(original, 20))));
    }

    [Test]
    public void Differences_OfAModelThatForgetsAField_NameIt()
    {
        var original = Advance(new ForgetfulHamlet(Regime.Synchronous), 3);
        var restored = new ForgetfulHamlet(Regime.Synchronous);
        Checkpoint.Restore(restored, new MemoryStream(Saved(original)));
        Assert.That(original.Winters, Is.EqualTo(3));
        Assert.That(StateGraph.Differences(original, restored), Is.EqualTo(new[] { "ForgetfulHamlet.winters: 3 and 0" }));
    }

    [Test]
    public void Save_TheSameState_GivesTheSameBytesAndLeavesTheModelAlone()
    {
        var model = Advance(new Hamlet(Regime.Synchronous), 5);
        var saved = Saved(model);
        Assert.That(Saved(model), Is.EqualTo(saved));
        Assert.That(StateGraph.Differences(model, Advance(new Hamlet(Regime.Synchronous), 5)), Is.Empty);
    }

    [Test]
    public void Restore_CutAnywhere_SaysTruncated()
    {
        var saved = Saved(NewRumour());
        foreach (var length in Enumerable.Range(1, 60).Concat([saved.Length / 2, saved.Length - 1]))
            Assert.That(Refusal(NewRumour(), saved[..length]), Does.Contain("is truncated"), $"at {length} bytes");
    }

    [Test]
    public void Restore_AnyByteAltered_IsRefusedAndLeavesTheModelAlone()
    {
        var saved = Saved(Advance(NewRumour(), 5));
        var model = NewRumour();
        for (var at = 0; at < saved.Length; at += at < 20 ? 1 : 41)
        {
            var altered = (byte[])saved.Clone();
            altered[at] ^= 0x10;
            Assert.That(Refusal(model, altered), Does.Contain("altered").Or.Contain("truncated").Or.Contain("not a checkpoint").Or.Contain("format"), $"byte {at}");
        }
        Assert.That(Refusal(model, Altered(saved, saved.Length / 2)), Does.Contain("has been altered"));
        Assert.That(StateGraph.Differences(model, NewRumour()), Is.Empty);
    }

    [Test]
    public void Restore_SomethingAppendedOrEmptyOrForeign_IsRefused()
    {
        var model = NewRumour();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refusal(model, [.. Saved(model), 0]), Does.Contain("is truncated"));
            Assert.That(Refusal(model, []), Does.Contain("is not a checkpoint"));
            Assert.That(Refusal(model, new byte[1_000]), Does.Contain("is not a checkpoint"));
        }
    }

    [Test]
    public void Restore_NewerFormat_SaysSo()
    {
        var saved = Saved(NewRumour());
        BinaryPrimitives.WriteInt32LittleEndian(saved.AsSpan(8), 2);
        SHA256.HashData(saved.AsSpan(0, saved.Length - 32), saved.AsSpan(saved.Length - 32));
        Assert.That(Refusal(NewRumour(), saved), Does.Contain("has format 2").And.Contain("use a newer one"));
    }

    [Test]
    public void Restore_IntoAnotherModel_SaysWhatDiffers()
    {
        var saved = Saved(new Hamlet(Regime.Synchronous));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refusal(NewRumour(), saved), Does.Contain("its class is 'Agents.Tests.Hamlet', but here it is 'Agents.Tests.Readme.Rumour'"));
            Assert.That(Refusal(new Hamlet(Regime.Synchronous, seed: 2), saved), Does.Contain("its seed is '1', but here it is '2'"));
            Assert.That(Refusal(new Hamlet(Regime.FixedOrder), saved), Does.Contain("its regime of 'folk' is 'Synchronous'"));
            Assert.That(Refusal(new Village(8), Saved(new Village(9))), Does.Contain("its number of agents of 'folk' is '9'"));
        }
    }

    [Test]
    public void Save_FailsInTheMiddle_LeavesTheOldFile()
    {
        var path = Path.Combine(folder, "kept.checkpoint");
        Checkpoint.Save(NewRumour(), path);
        var before = File.ReadAllBytes(path);
        Assert.That(() => Checkpoint.Save(new Unsavable(), path), Throws.InstanceOf<NotSupportedException>());
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(before));
        Assert.That(File.Exists(path + ".partial"), Is.False);
    }

    [Test]
    public void Restore_FromAFile_NamesItInTheRefusal()
    {
        var path = Path.Combine(folder, "other.checkpoint");
        Checkpoint.Save(NewRumour(), path);
        Assert.That(() => Checkpoint.Restore(NewRumour(2), path), Throws.InstanceOf<CheckpointException>().With.Message.StartsWith($"'{path}' is of another model"));
    }

    private static TModel Advance<TModel>(TModel model, int ticks)
        where TModel : Model
    {
        for (var i = 0; i < ticks; i++)
            model.Advance();
        return model;
    }

    private static byte[] Saved(Model model)
    {
        using var stream = new MemoryStream();
        Checkpoint.Save(model, stream);
        return stream.ToArray();
    }

    private static byte[] Altered(byte[] saved, int at)
    {
        var altered = (byte[])saved.Clone();
        altered[at]++;
        return altered;
    }

    private static Rumour NewRumour(int seed = 1) => new(new Parameters(), Seed.Of(seed));

    private static string Refusal(Model model, byte[] saved) =>
        Assert.Throws<CheckpointException>(() => Checkpoint.Restore(model, new MemoryStream(saved)))!.Message;

    private sealed class Unsavable() : Model(Seed.Of(1))
    {
        protected override void Step()
        {
        }

        protected override void Persist(Checkpoint state) => throw new NotSupportedException();
    }
}
