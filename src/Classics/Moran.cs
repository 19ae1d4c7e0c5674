namespace Classics;

/// <summary>
/// The Moran process (Moran 1958; Lieberman, Hauert and Nowak 2005): how often does one fitter mutant take over? Entities: individuals
/// who are residents of fitness 1 or mutants of fitness r. Process: in random sequential order an individual dies and is replaced
/// by the child of a parent drawn from all in proportion to fitness. Initialisation: one mutant. The probability of fixation is
/// (1 - 1/r) / (1 - r^-N), 1/N without advantage.
/// </summary>
[Model("moran", "Fixation of a mutant in a population of constant size (Moran 1958).", DefaultTicks = 10_000, BytesPerAgent = 8)]
public sealed partial class Moran : Model
{
    private static readonly Purpose Parent = new(1000);
    private readonly Parameters parameters;
    private readonly Individuals individuals;
    private int mutants;

    /// <summary>Makes residents and the first mutants.</summary>
    public Moran(Parameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        individuals = new Individuals(this, parameters.Agents);
        individuals.IsMutant.Next[..parameters.FirstMutants].Fill(1);
        Commit(individuals.IsMutant);
        AfterFilling();
    }

    [Measure("Share of mutants.", Unit = "share")] public double ShareOfMutants => (double)mutants / individuals.Count;
    public override bool IsFinished => mutants == 0 || mutants == individuals.Count;

    protected override void Step() => DieAndBeReplaced(individuals);
    protected override void Persist(Checkpoint state) => mutants = state.Value(mutants);
    public override string? AfterFilling() { mutants = individuals.IsMutant.Count(individuals.All, (byte)1); return null; }

    [Rule]
    private void DieAndBeReplaced(Agent<Individuals> me)
    {
        if (IsFinished)
            return;
        // Mutants and residents weigh together as much as all parents: which of them is one does not matter.
        var (mutant, resident) = (parameters.Fitness * mutants, (double)(me.Population.Count - mutants));
        var child = me.Draws(Parent).Uniform() * (mutant + resident) < mutant ? (byte)1 : (byte)0;
        mutants += child - me.IsMutant;
        me.Next.IsMutant = child;
    }

    /// <summary>Those who are born and die.</summary>
    public sealed partial class Individuals(Model model, int count) : Population(model, "individuals", count, Regime.RandomSequential)
    {
        /// <summary>0 or 1.</summary>
        [Initial(Min = 0, Max = 1), Measure("Whether the individual is a mutant, 0 or 1.")] public partial State<byte> IsMutant { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of individuals, N.", Min = 2, Max = 1_000_000, AtStartOnly = true)] public int Agents { get; set; } = 100;
        [Parameter("r: fitness of a mutant where a resident's is 1.", Min = 0.001, Max = 1_000)] public double Fitness { get; set; } = 1.1;
        [Parameter("Mutants at the start.", Unit = "agents", Min = 0, Max = 1_000_000, AtStartOnly = true)] public int FirstMutants { get; set; } = 1;
        internal string? Complaint() => FirstMutants <= Agents ? null : "first_mutants must not exceed agents.";
    }
}
