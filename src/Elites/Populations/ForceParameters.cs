namespace Elites.Populations;

/// <summary>What an agent of each kind weighs when it comes to force.</summary>
public sealed class ForceParameters
{
    [Parameter("Coercive weight of an oligarch", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double Oligarchs { get; set; } = 1;

    [Parameter("Coercive weight of a general", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double Generals { get; set; } = 4;

    [Parameter("Coercive weight of a field officer", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double FieldOfficers { get; set; } = 1;

    [Parameter("Coercive weight of a security officer", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double SecurityOfficers { get; set; } = 1.5;

    [Parameter("Coercive weight of a defence director", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double Directors { get; set; } = 0.3;

    [Parameter("Coercive weight of an armed ultranationalist; an unarmed one has none", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double Ultranationalists { get; set; } = 0.3;
}
