namespace Cli.Tests;

public sealed class AbmProcessTests
{
    [TestCase("--frobnicate", "there is no option '--frobnicate'")]
    [TestCase("rnu", "did you mean 'run'?")]
    [TestCase("describe nobody", "there is no model 'nobody'")]
    [TestCase("run nowhere.yaml", "nowhere.yaml: there is no such file")]
    public void Abm_BadInput_ExitsWith2AndSaysSoOnTheErrorStream(string arguments, string expected)
    {
        var (code, output, error) = AbmProcess.Run(arguments.Split(' '));
        Assert.That((code, output), Is.EqualTo((2, "")), error);
        Assert.That(error, Does.Contain(expected).And.Not.Contain("\u001b"));
    }

    [Test]
    public void Abm_ConfigOfAnUnknownModel_ExitsWith2AndNamesThePlace()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "model: nobody\n");
        var (code, _, error) = AbmProcess.Run("check", path);
        File.Delete(path);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith($"{path}:1:8: model: there is no model 'nobody'"));
    }

    [TestCase("--version", @"\A\d+\.\d+\.\d+")]
    [TestCase("--help", "(?s)Usage:.*run.*check.*models.*describe")]
    [TestCase("models", "model .* about")]
    public void Abm_Question_IsAnsweredOnTheOutputStream(string arguments, string expected)
    {
        var (code, output, error) = AbmProcess.Run(arguments);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Match(expected).And.Not.Contain("\u001b"));
    }
}
