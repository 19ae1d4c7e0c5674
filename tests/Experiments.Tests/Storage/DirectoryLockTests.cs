using System.Globalization;
using Experiments.Storage;

namespace Experiments.Tests.Storage;

[Category(Faults.Category)]
public sealed class DirectoryLockTests
{
    private static readonly LockSettings Quick = new()
    {
        Beat = TimeSpan.FromMilliseconds(50),
        Watch = TimeSpan.FromSeconds(1),
        Glance = TimeSpan.FromSeconds(1),
        Settle = TimeSpan.FromMilliseconds(100),
        Patience = TimeSpan.FromSeconds(1),
    };

    /// <summary>As on a file system where flock does nothing.</summary>
    private static readonly LockSettings WithoutKernel = Quick with { Share = FileShare.ReadWrite | FileShare.Delete };

    /// <summary>For what may not be waited for.</summary>
    private static readonly LockSettings Patient = Quick with { Watch = TimeSpan.FromHours(1) };

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-lock-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase(2, 100)]
    [TestCase(4, 50)]
    public void Take_ByManyAtOnce_IsNeverTwos(int starters, int sample)
    {
        var rounds = Faults.Tries(sample, 3000);
        Faults.Try("two and four starters at once", "the lock of a directory", () =>
        {
            TakeAtOnce(starters, rounds, Quick);
            return Fate.AsUndisturbed;
        }, rounds);
    }

    [Test]
    public void Take_ByManyAtOnceWithoutKernelLocks_IsNeverTwos() => TakeAtOnce(4, 8, WithoutKernel);

    [Test]
    public void Take_WhileHeld_NamesTheHolder()
    {
        using var held = DirectoryLock.Take(folder, settings: Quick);
        Assert.That(() => DirectoryLock.Take(folder, settings: Patient), Throws.InstanceOf<StorageException>().With.Message.EqualTo(
            $"{folder} is in use by {DirectoryLock.Holder(folder)!.Words}: wait for it, or end it."));
        Assert.That(held.RequireHeld, Throws.Nothing);
    }

    [Test]
    public void Dispose_LeavesNothing()
    {
        DirectoryLock.Take(folder, settings: Quick).Dispose();
        Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
        Assert.That(DirectoryLock.Holder(folder), Is.Null);
    }

    [Test]
    public void Take_AfterAKill_WaitsForNobody()
    {
        Write(LockOwner.New() with { Process = int.MaxValue - 1 });
        File.WriteAllText(In(".lock"), "of an older abm");
        File.WriteAllText(In(".lock.0123"), "half");
        using (DirectoryLock.Take(folder, _ => Assert.Fail("it waits"), Patient))
            Assert.That(Names(), Is.EqualTo(new[] { ".lock", ".lock.owner" }));
        Assert.That(Names(), Is.Empty);
    }

    [Test]
    public void Take_WhereAProcessHasTheNumberOfTheOneThatDied_WaitsForNobody()
    {
        Write(LockOwner.New() with { Started = 1 });
        Assert.That(() => DirectoryLock.Take(folder, settings: Patient).Dispose(), Throws.Nothing);
    }

    [TestCase("boot")]
    [TestCase("namespace")]
    public void Take_RecordOfWhoCannotBeSeen_IsTakenOverOnceItStandsStill(string other)
    {
        Write(Unseen(other));
        var notes = new List<string>();
        using var taken = DirectoryLock.Take(folder, notes.Add, Quick);
        Assert.That(notes, Is.EqualTo(new[] { $"{In(".lock.owner")} names process 17 on far-away since 2026-01-01 00:00:00 UTC: whether that one still writes is watched for 1 seconds." }));
        Assert.That(DirectoryLock.Holder(folder)!.Process, Is.EqualTo(Environment.ProcessId));
    }

    [TestCase("boot")]
    [TestCase("namespace")]
    public void Take_RecordOfWhoCannotBeSeen_IsRefusedWhileItBeats(string other)
    {
        var owner = Unseen(other);
        Write(owner);
        using var beating = new Timer(_ => owner.Show(In(".lock.owner"), Environment.TickCount64), null, 50, 50);
        Assert.That(() => DirectoryLock.Take(folder, settings: Patient), Throws.InstanceOf<StorageException>().With.Message.EqualTo(
            $"{folder} is in use by process 17 on far-away since 2026-01-01 00:00:00 UTC: wait for it, or end it where it runs."));
        Assert.That(DirectoryLock.Holder(folder, Patient with { Glance = Patient.Watch })?.Process, Is.EqualTo(17));
        Assert.That(Names(), Is.EqualTo(new[] { ".lock.owner" }));
    }

    [Test]
    public void Take_WhereAHandRemovedTheLockOfALivingWriter_IsRefused()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: Windows removes no file that is open");
        using var held = DirectoryLock.Take(folder, settings: Quick);
        File.Delete(In(".lock"));
        Assert.That(() => DirectoryLock.Take(folder, settings: Patient), Throws.InstanceOf<StorageException>().With.Message.Contains("in use by process"));
        Assert.That(held.RequireHeld, Throws.Nothing);
    }

    [Test]
    public void RequireHeld_WhereAnotherTookItsPlace_ThrowsAndLeavesTheOthersFiles()
    {
        var held = DirectoryLock.Take(folder, settings: Quick);
        var other = Unseen("boot");
        Write(other);
        Assert.That(held.RequireHeld, Throws.InstanceOf<StorageException>().With.Message.Contains("was taken away by process 17 on far-away"));
        held.Dispose();
        Assert.That(LockOwner.Read(In(".lock.owner")), Is.EqualTo(other));
        Assert.That(Names(), Does.Contain(".lock"));
    }

    [Test]
    [Platform("Linux")]
    public void RequireHeld_WhereTheFileSystemWasUnmounted_SaysThatItIsLost([Values] bool isTheMountItself)
    {
        var (directory, away) = (In("mounted"), In("away"));
        Directory.CreateDirectory(directory);
        using var held = DirectoryLock.Take(directory, settings: Quick);
        Directory.Move(directory, away);
        if (isTheMountItself)
            Directory.CreateDirectory(directory);
        Assert.That(held.RequireHeld, Throws.InstanceOf<StorageException>().With.Property("ExitCode").EqualTo(3).And.Message.Contains(directory));
    }

    /// <summary>The kernel's lock of a file on such a mount says nothing of who comes at the directory below.</summary>
    [Test]
    [Platform("Linux")]
    public void Take_OnAMountThatAProgramServes_YieldsToWhoTookItBelow()
    {
        var (below, mount) = (In("below"), In("mount"));
        Directory.CreateDirectory(below);
        Directory.CreateDirectory(mount);
        if (!File.Exists("/dev/fuse") || ForeignProgram.Start(folder, "bindfs", "-o", "attr_timeout=0,subtype=served", below, mount).ExitCode != 0)
            Assert.Ignore("skipped: no bindfs, or it may not mount here");
        try
        {
            var taking = Task.Run(() => DirectoryLock.Take(mount, settings: Quick with { Settle = TimeSpan.FromSeconds(2) }).Dispose());
            var record = Path.Combine(below, ".lock.owner");
            Assert.That(() => LockOwner.Read(record), Is.Not.Null.After(5000, 10));
            File.WriteAllBytes(In("other"), Unseen("boot").ToBytes());
            File.Move(In("other"), record, overwrite: true);
            Assert.That(() => taking.GetAwaiter().GetResult(), Throws.InstanceOf<StorageException>().With.Message.Contains("is in use by process 17 on far-away"));
        }
        finally
        {
            ForeignProgram.Start(folder, "fusermount3", "-u", mount);
        }
    }

    [Test]
    public void Take_WithoutKernelLocks_IsRefusedWhileHeld()
    {
        using var held = DirectoryLock.Take(folder, settings: WithoutKernel);
        Assert.That(() => DirectoryLock.Take(folder, settings: WithoutKernel with { Watch = Patient.Watch }), Throws.InstanceOf<StorageException>().With.Message.Contains("in use by process"));
        Assert.That(held.RequireHeld, Throws.Nothing);
    }

    [Test]
    public void Take_WithoutKernelLocks_TakesOverWhatStandsStill([Values] bool isWritten)
    {
        if (isWritten)
            Write(LockOwner.New() with { Process = int.MaxValue - 1 });
        else
            File.WriteAllText(In(".lock.owner"), "");
        using var taken = DirectoryLock.Take(folder, settings: WithoutKernel);
        Assert.That(DirectoryLock.Holder(folder)!.Process, Is.EqualTo(Environment.ProcessId));
    }

    [Test]
    public void Beat_MovesTheRecord()
    {
        using var held = DirectoryLock.Take(folder, settings: Quick);
        Assert.That(() => LockOwner.Read(In(".lock.owner"))!.Beats, Is.GreaterThan(2).After(5000, 20));
    }

    [Test]
    public void Holder_OfWhoIsGoneOrStandsStill_IsNobodyAndNothingChanges()
    {
        Assert.That(DirectoryLock.Holder(folder), Is.Null);
        foreach (var owner in (LockOwner[])[LockOwner.New() with { Process = int.MaxValue - 1 }, Unseen("boot")])
        {
            Write(owner);
            var time = Directory.GetLastWriteTimeUtc(folder);
            Assert.That(DirectoryLock.Holder(folder, Quick), Is.Null);
            Assert.That((LockOwner.Read(In(".lock.owner")), Directory.GetLastWriteTimeUtc(folder)), Is.EqualTo((owner, time)));
        }
    }

    [TestCase("")]
    [TestCase("one\nline\n")]
    [TestCase("a\u001b[31mb\nx\n\n17\n1\n2026-01-01T00:00:00Z\nabc\n0000000000000000000\n")]
    public void Read_OfWhatIsNoRecord_IsNobody(string text)
    {
        File.WriteAllText(In(".lock.owner"), text);
        Assert.That(LockOwner.Read(In(".lock.owner")), Is.Null);
        Assert.That(() => DirectoryLock.Take(folder, settings: Patient).Dispose(), Throws.Nothing);
    }

    [Test]
    [Platform("Linux")]
    [CancelAfter(20_000)]
    public void Take_WhereAPipeHasTheNameOfALockFile_DoesNotWaitForEver([Values(".lock", ".lock.owner")] string name)
    {
        Assert.That(ForeignProgram.Start(folder, "mkfifo", name).ExitCode, Is.Zero);
        Assert.That(DirectoryLock.Holder(folder), Is.Null);
        if (name == ".lock")
            Assert.That(() => DirectoryLock.Take(folder, settings: Quick), Throws.InstanceOf<StorageException>().With.Message.Contains("is no regular file"));
        else
            DirectoryLock.Take(folder, settings: Quick).Dispose();
        Assert.That(Names(), Is.EqualTo(name == ".lock" ? new[] { name } : []));
    }

    [Test]
    [Platform("Linux")]
    public void Take_WhereTheLockIsALink_MakesNoFileElsewhere()
    {
        var target = In("target");
        File.CreateSymbolicLink(In(".lock"), target);
        Assert.That(() => DirectoryLock.Take(folder, settings: Quick), Throws.InstanceOf<StorageException>().With.Message.Contains("is a link"));
        Assert.That(File.Exists(target), Is.False);
    }

    /// <summary>A record of a process that this one cannot look up.</summary>
    private static LockOwner Unseen(string other)
    {
        var owner = LockOwner.New() with { Host = "far-away", Process = 17, Since = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
        return other == "boot" ? owner with { Boot = "4711" } : owner with { Boot = "x" + owner.Boot, Namespace = "pid:[17]" };
    }

    private void TakeAtOnce(int starters, int rounds, LockSettings settings)
    {
        var (inside, most, taken, rest) = (0, 0, 0, new Lock());
        using var start = new Barrier(starters);
        var threads = Enumerable.Range(0, starters).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < rounds; round++)
            {
                start.SignalAndWait();
                try
                {
                    using var held = DirectoryLock.Take(folder, settings: settings);
                    var now = Interlocked.Increment(ref inside);
                    lock (rest)
                        (most, taken) = (Math.Max(most, now), taken + 1);
                    Thread.Sleep(1);
                    held.RequireHeld();
                    Interlocked.Decrement(ref inside);
                }
                catch (StorageException)
                {
                    // It came second.
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{starters} starters, {rounds} rounds: taken {taken} times, by {most} at most"));
        Assert.That((most, taken >= rounds), Is.EqualTo((1, true)));
        Assert.That(Names(), Is.Empty);
    }

    private void Write(LockOwner owner)
    {
        File.WriteAllBytes(In("new"), owner.ToBytes());
        File.Move(In("new"), In(".lock.owner"), overwrite: true);
    }

    private string In(string name) => Path.Combine(folder, name);

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
