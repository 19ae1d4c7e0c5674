using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>The <c>slurm:</c> section of a config.</summary>
public sealed class SlurmSettingsTests : ConfigFolder
{
    [Test]
    public void Load_WholeSection_GivesOptionsInTheOrderOfTheJobScript()
    {
        var settings = Load("""
            model: herd
            slurm:
              time: 04:00:00
              partition: short
              cpus: 4
              memory: 8G
              account: pol-sci
              tasks: 40
              modules: [dotnet/10.0, module use /opt/modules]
              setup: ["export DOTNET_gcServer=0"]
              options: {qos: low, exclusive: true, comment: it's "here"}
            """).Slurm;
        Assert.That(settings.Tasks, Is.EqualTo(40));
        Assert.That(settings.Options.Select(option => $"{option.Name}={option.Value}"), Is.EqualTo(new[]
        {
            "partition=short", "account=pol-sci", "time=04:00:00", "mem=8G", "cpus-per-task=4", "qos=low", "exclusive=", "comment=it's \"here\"",
        }));
        Assert.That(settings.Setup, Is.EqualTo(new[] { "module load dotnet/10.0", "module use /opt/modules", "export DOTNET_gcServer=0" }));
    }

    [Test]
    public void Load_SectionOrNot_IsTheSameStudy()
    {
        var plain = Load("model: herd");
        Assert.That(plain.Slurm, Is.EqualTo(SlurmSettings.None));
        Assert.That(Load("model: herd\nslurm: {partition: short}").ResolvedYaml, Is.EqualTo(plain.ResolvedYaml));
    }

    [Test]
    public void Load_SectionOfTheFileThatItExtends_IsMergedKeyByKey()
    {
        Write("model: herd\nslurm: {partition: short, account: ours}", "site.yaml");
        var options = Load("extends: site.yaml\nslurm: {partition: long}").Slurm.Options;
        Assert.That(options, Is.EqualTo(new[] { new SlurmOption("partition", "long"), new SlurmOption("account", "ours") }));
    }

    [TestCase("partiton: short", "pond.yaml:2:9: slurm.partiton: unknown key; did you mean 'partition'?; the keys here are partition, account, time, memory, cpus, tasks, modules, setup, options")]
    [TestCase("partition: [short]", "pond.yaml:2:20: slurm.partition: a list is not a value")]
    [TestCase("partition: ''", "pond.yaml:2:20: slurm.partition: is empty or goes over more than one line")]
    [TestCase("partition: \"a\\nrm -rf /\"", "pond.yaml:2:20: slurm.partition: is empty or goes over more than one line")]
    [TestCase("time: 4h", "pond.yaml:2:15: slurm.time: '4h' is not a time limit: write minutes, HH:MM:SS or D-HH:MM:SS")]
    [TestCase("memory: 4 GB", "pond.yaml:2:17: slurm.memory: '4 GB' is not an amount of memory: write a whole number and K, M, G or T, such as 4G")]
    [TestCase("cpus: 0", "pond.yaml:2:15: slurm.cpus: 0 is out of range; allowed is an integer from 1 to 1024")]
    [TestCase("tasks: many", "pond.yaml:2:16: slurm.tasks: 'many' is not an integer")]
    [TestCase("modules: dotnet", "pond.yaml:2:18: slurm.modules: 'dotnet' is not a list: write [dotnet]")]
    [TestCase("setup: [[a]]", "pond.yaml:2:17: slurm.setup: a list is not a value")]
    [TestCase("options: {mem: 4G}", "pond.yaml:2:19: slurm.options.mem: has a key of its own: write slurm.memory")]
    [TestCase("options: {--qos: low}", "pond.yaml:2:19: slurm.options.--qos: is not the long name of an option of sbatch")]
    [TestCase("options: {array: 1-3}", "pond.yaml:2:19: slurm.options.array: cannot be set: the array follows from the number of tasks")]
    [TestCase("options: {qos: }", "slurm.options.qos: nothing is not a value")]
    public void Load_WrongValue_NamesPlaceKeyAndWhatIsAllowed(string entry, string expected) =>
        Assert.That(Refusal($"model: herd\nslurm: {{{entry}}}"), Does.Contain(expected));

    [TestCase("90")]
    [TestCase("90:30")]
    [TestCase("1-12")]
    [TestCase("2-00:30:00")]
    [TestCase("UNLIMITED")]
    public void Load_TimeAsSbatchWritesIt_IsTaken(string time) =>
        Assert.That(Load($"model: herd\nslurm: {{time: {time}}}").Slurm.Options, Is.EqualTo(new[] { new SlurmOption("time", time) }));
}
