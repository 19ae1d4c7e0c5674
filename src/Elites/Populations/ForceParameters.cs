namespace Elites.Populations;

/// <summary>Persons under arms who follow an agent of each kind.</summary>
public sealed class ForceParameters
{
    [Parameter("Persons under arms who follow an oligarch", Unit = "persons", Min = 0, Max = 100_000, Source = "assumed: the ratios are those of the first edition; guards, staffs and troops at hand, some 57,000 in an elite of 670", AtStartOnly = true)]
    public double Oligarchs { get; set; } = 100;

    [Parameter("Persons under arms who follow a general", Unit = "persons", Min = 0, Max = 100_000, Source = "assumed: guards, staffs and troops at hand, some 57,000 in an elite of 670", AtStartOnly = true)]
    public double Generals { get; set; } = 400;

    [Parameter("Persons under arms who follow a field officer", Unit = "persons", Min = 0, Max = 100_000, Source = "assumed: guards, staffs and troops at hand, some 57,000 in an elite of 670", AtStartOnly = true)]
    public double FieldOfficers { get; set; } = 100;

    [Parameter("Persons under arms who follow a security officer", Unit = "persons", Min = 0, Max = 100_000, Source = "assumed: guards, staffs and troops at hand, some 57,000 in an elite of 670", AtStartOnly = true)]
    public double SecurityOfficers { get; set; } = 150;

    [Parameter("Persons under arms who follow a defence director", Unit = "persons", Min = 0, Max = 100_000, Source = "assumed: guards, staffs and troops at hand, some 57,000 in an elite of 670", AtStartOnly = true)]
    public double Directors { get; set; } = 30;

    [Parameter("Persons under arms who follow an armed ultranationalist; an unarmed one has none", Unit = "persons", Min = 0, Max = 100_000, Source = "assumed: guards, staffs and troops at hand, some 57,000 in an elite of 670", AtStartOnly = true)]
    public double Ultranationalists { get; set; } = 30;

    [Parameter("Share of the force of generals and field officers that is at the front, out of reach of the capital, with the troops of the start there", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.9: the targets do not fix it")]
    public double FrontShare { get; set; } = 0.3578;
}
