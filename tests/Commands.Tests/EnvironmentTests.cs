using System.Diagnostics;
using System.Runtime.InteropServices;
using Experiments.Tests.Config;

namespace Commands.Tests;

/// <summary>Shells that give less than a program expects: the promised exit code and one line, or it simply works.</summary>
public sealed class EnvironmentTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("skipped: needs a shell of Linux");
        folder = Directory.CreateTempSubdirectory("abm-shell-").FullName;
        File.WriteAllText(Path.Combine(folder, "small.yaml"), "model: schelling\nreplications: 2\nticks: 5\nparameters: {agents: 50, width: 10, height: 10}\n");
    }

    [TearDown]
    public void RemoveFolder()
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>As in a container that was made of nothing but what a program needs.</summary>
    [Test]
    public void Abm_WhereTheSystemHasNoListOfUsers_Works()
    {
        var (exitCode, output) = Shell("""
            unshare -m true || exit 77
            unshare -m sh -c 'mkdir etc; mount --bind etc /etc; exec "$DOTNET" "$ABM" run small.yaml --out d'
            """);
        if (exitCode == 77)
            Assert.Ignore("skipped: nothing can be mounted here");
        Assert.That(exitCode, Is.Zero, output);
    }

    /// <summary>As with a C library that is too old for the one that is published.</summary>
    [Test]
    public void Abm_WhereItsOwnSqliteCannotBeLoaded_TakesTheSystemsOrSaysSo()
    {
        var (exitCode, output) = Shell("""
            b=$(dirname "$ABM"); mkdir p; cp "$b"/*.dll "$b"/*.json p; cp -r "$b"/runtimes p
            for file in $(find p -name libe_sqlite3.so) p/libe_sqlite3.so; do echo none > $file; done
            "$DOTNET" p/abm.dll run small.yaml --out d
            """);
        if (NativeLibrary.TryLoad("libsqlite3.so.0", out _))
            Assert.That((exitCode, File.Exists(Path.Combine(folder, "d", "runs.csv"))), Is.EqualTo((0, true)), output);
        else
            Assert.That(output, Does.Contain("it needs the GNU C library 2.34"));
    }

    [TestCase("ulimit -n 64; abm run small.yaml --out d", 3, "no more than 64 files may be open at once")]
    [TestCase("ulimit -n 100; abm run small.yaml --out d", 3, "ulimit -n 1024")]
    [TestCase("ulimit -v 2000000; abm run small.yaml --out d", 3, "set MALLOC_ARENA_MAX=1")]
    [TestCase("mkdir gone; cd gone; rmdir ../gone; abm run ../small.yaml --out d", 2, "was removed: change to one that is there")]
    [TestCase("printf ' : 5' > colon.yaml; abm check colon.yaml", 2, "colon.yaml:")]
    [TestCase("mkfifo pipe.yaml; timeout 20 \"$DOTNET\" \"$ABM\" check pipe.yaml", 2, "pipe.yaml: the file is empty")]
    [TestCase("abm run small.yaml --out d >/dev/full", 3, "No space left on device")]
    public void Abm_WhereTheShellGivesLittle_EndsWithThePromisedCodeAndALine(string script, int code, string expected)
    {
        var (exitCode, output) = Shell(script);
        Assert.That(exitCode, Is.EqualTo(code), output);
        Assert.That(output, Does.Contain(expected).And.Not.Contain("   at "));
    }

    [TestCase("ulimit -n 64; abm run small.yaml --out d; abm --version", 3)]
    [TestCase("abm run nowhere.yaml 2>/dev/full", 2)]
    [TestCase("abm run nowhere.yaml 2>&-", 2)]
    [TestCase("abm frobnicate 2>/dev/full", 2)]
    [TestCase("abm run small.yaml --out d 2>&- >/dev/null; abm run small.yaml --out d 2>&- >/dev/null", 0)]
    [TestCase("HOME=/nonexistent abm run small.yaml --out d", 0)]
    [TestCase("env -i \"$DOTNET\" \"$ABM\" run small.yaml --out d", 0)]
    [TestCase("timeout 20 \"$DOTNET\" \"$ABM\" check <(cat small.yaml)", 0)]
    [TestCase("export MALLOC_ARENA_MAX=1; ulimit -v 2000000; abm run small.yaml --out d", 0)]
    public void Abm_WhereStreamsOrHomeAreMissing_EndsAsItWouldWithThem(string script, int code)
    {
        var (exitCode, output) = Shell(script);
        Assert.That(exitCode, Is.EqualTo(code), output);
    }

    [TestCase("<&- >&- 2>&-")]
    [TestCase(">&- 2>&-")]
    [TestCase("<&- >&-")]
    [TestCase(">&-")]
    public void Run_WhereStreamsAreClosed_StoresTheStudyAndWritesNoMessageIntoAnyFile(string closed)
    {
        var (exitCode, output) = Shell($"abm run small.yaml --out d {closed}");
        Assert.That(exitCode, Is.EqualTo(3), output);
        Assert.That(Shell("abm verify d").ExitCode, Is.Zero);
    }

    [Test]
    public void Init_OnAFullDisk_EndsWith3AndLeavesNothing()
    {
        var disk = Disk("size=100k");
        try
        {
            var (exitCode, output) = Shell("cd disk; abm init elites");
            Assert.That(exitCode, Is.EqualTo(3), output);
            Assert.That(output, Does.Contain("No space left on device"));
            Assert.That(Directory.EnumerateFiles(disk), Is.Empty);
        }
        finally
        {
            Shell("umount disk");
        }
    }

    [Test]
    public void Submit_OnAFullDisk_EndsWith3()
    {
        var disk = Disk("size=4k,nr_inodes=64");
        try
        {
            var (exitCode, output) = Shell("abm submit small.yaml --on slurm --dry-run --out disk/d");
            Assert.That(exitCode, Is.EqualTo(3), output);
        }
        finally
        {
            Shell("umount disk");
        }
    }

    [Test]
    public void CommandLine_WhereSomethingUnforeseenIsThrown_SaysSoInOneLineAndEndsWith2()
    {
        using var output = new ThrowingWriter();
        using var error = new StringWriter { NewLine = "\n" };
        Assert.That(CommandLine.Run(["models"], HerdModel.Models, new Terminal(output, error)), Is.EqualTo(2));
        Assert.That(error.ToString(), Does.Match(@"\Aabm: a fault of this program, InvalidCastException in \S+: odd thing Please report it with the command; what was stored before is kept\.\n\z"));
    }

    private string Disk(string options)
    {
        var disk = Path.Combine(folder, "disk");
        Directory.CreateDirectory(disk);
        if (Shell($"mount -t tmpfs -o {options} tmpfs disk").ExitCode != 0)
            Assert.Ignore("skipped: no small disk can be mounted here");
        return disk;
    }

    private (int ExitCode, string Output) Shell(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", "abm() { \"$DOTNET\" \"$ABM\" \"$@\"; }; " + script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ABM"] = Path.Combine(TestContext.CurrentContext.TestDirectory, "abm.dll");
        start.Environment["DOTNET"] = Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet";
        start.Environment.Remove("MALLOC_ARENA_MAX");
        var (exitCode, output, error) = AbmProcess.Run(start);
        return (exitCode, output + error);
    }

    private sealed class ThrowingWriter : StringWriter
    {
        public override void Write(string? value) => throw new InvalidCastException("odd\nthing");

        public override void WriteLine(string? value) => throw new InvalidCastException("odd\nthing");
    }
}
