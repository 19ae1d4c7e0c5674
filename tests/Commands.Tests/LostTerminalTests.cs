using System.Text;
using Experiments.Tests.Config;

namespace Commands.Tests;

/// <summary>A terminal that went away, or streams that were closed before the program began.</summary>
public sealed class LostTerminalTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-lost-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Run_WhereProgressCannotBeShown_FinishesTheStudy()
    {
        using var output = new StringWriter();
        using var error = new LostWriter(new IOException("Input/output error"));
        Run(output, error);
        Assert.That(output.ToString(), Does.StartWith("pond (herd): 50 runs"));
        Assert.That(File.ReadAllLines(Path.Combine(folder, "out", "runs.csv")), Has.Length.EqualTo(51));
        Assert.That(error.Tries, Is.LessThan(5), "it goes on trying to show progress");
    }

    [Test]
    public void Run_WhereNothingCanBeWritten_EndsWith3AfterTheStudyIsStored()
    {
        using var output = new LostWriter(new UnauthorizedAccessException("Access to the path is denied."));
        using var error = new LostWriter(new IOException("Bad file descriptor"));
        Assert.That(Run(output, error), Is.EqualTo(3));
        Assert.That(File.ReadAllText(Path.Combine(folder, "out", "manifest.json")), Does.Contain("\"complete\""));
    }

    [Test]
    public void Run_WhereOnlyResultsCannotBeWritten_SaysSo()
    {
        using var output = new LostWriter(new UnauthorizedAccessException("Access to the path is denied."));
        using var error = new StringWriter();
        Assert.That(Run(output, error), Is.EqualTo(3));
        Assert.That(error.ToString(), Does.Contain("abm: the output cannot be written: Access to the path is denied."));
    }

    private int Run(TextWriter output, TextWriter error)
    {
        var config = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(config, "model: herd\nreplications: 50");
        return CommandLine.Run(["run", config, "--out", Path.Combine(folder, "out")], HerdModel.Models, new Terminal(output, error) { IsErrorLive = true });
    }

    private sealed class LostWriter(Exception refusal) : TextWriter
    {
        public int Tries { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Refuse();

        public override void Write(char[] buffer, int index, int count) => Refuse();

        private void Refuse()
        {
            Tries++;
            throw refusal;
        }
    }
}
