namespace Classics;

/// <summary>
/// The dissemination of culture (Axelrod 1997). Entities: sites of a bounded lattice with F features of q traits each. Process: in
/// random sequential order a site meets one of its four neighbours drawn at random; with a probability equal to the share of
/// features that they have in common, it takes over the neighbour's trait of one feature in which they differ. Initialisation: traits
/// are uniform. It ends when neighbours have all or nothing in common; the regions of one culture are counted.
/// </summary>
[Model("axelrod", "The dissemination of culture (Axelrod 1997).", DefaultTicks = 20_000, BytesPerAgent = 60)]
public sealed partial class Axelrod : Model
{
    private const int Bits = 5;         // of a feature, the lowest first
    private const ulong Feature = (1ul << Bits) - 1;
    private static readonly Purpose Traits = new(1000), Meeting = new(1001);
    private readonly Parameters parameters;
    private readonly Sites sites;
    private readonly Network lattice;
    private bool isFrozen;

    /// <summary>Draws everyone's traits.</summary>
    public Axelrod(Parameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        sites = new Sites(this, (int)parameters.Agents);
        lattice = Network.Lattice(parameters.Width, parameters.Height, isTorus: false);
        for (var row = 0; row < sites.Count; row++)
        {
            var draws = Draws(sites.Ids[row], Traits);
            for (var feature = 0; feature < parameters.Features; feature++)
                sites.Culture.Next[row] |= (ulong)draws.Below(parameters.Traits) << (feature * Bits);
        }
        Commit(sites.Culture);
        isFrozen = IsFrozen();
    }

    public override bool IsFinished => isFrozen;

    [Measure("Regions: connected sites of one culture.")]
    public int Regions()
    {
        var links = new List<Link>();
        for (var site = 0; site < sites.Count; site++)
        {
            foreach (var other in lattice.Neighbours(site))
            {
                if (site < other && sites.Culture[site] == sites.Culture[other])
                    links.Add(new Link(site, other));
            }
        }
        return Network.FromLinks(sites.Count, [.. links], isDirected: false).ComponentSizes().Length;
    }

    protected override void Step()
    {
        Interact(sites);
        isFrozen = IsFrozen();
    }

    protected override void Persist(Checkpoint state) => isFrozen = state.Value(isFrozen);

    [Rule]
    private void Interact(Agent<Sites> me)
    {
        var draws = me.Draws(Meeting);
        var (own, other) = (me.Culture, me.Population.Culture[draws.Pick(lattice.Neighbours(me.Row))]);
        var alike = Alike(own, other);
        if (alike == parameters.Features || draws.Below(parameters.Features) >= alike)
            return;
        var nth = draws.Below(parameters.Features - alike);
        for (var mask = Feature; ; mask <<= Bits)
        {
            if (((own ^ other) & mask) == 0 || nth-- > 0)
                continue;
            me.Next.Culture = (own & ~mask) | (other & mask);
            return;
        }
    }

    private int Alike(ulong one, ulong other)
    {
        var alike = 0;
        for (var feature = 0; feature < parameters.Features; feature++)
            alike += ((one ^ other) >> (feature * Bits) & Feature) == 0 ? 1 : 0;
        return alike;
    }

    private bool IsFrozen()
    {
        for (var site = 0; site < sites.Count; site++)
        {
            foreach (var other in lattice.Neighbours(site))
            {
                if (Alike(sites.Culture[site], sites.Culture[other]) is var alike && alike > 0 && alike < parameters.Features)
                    return false;
            }
        }
        return true;
    }

    /// <summary>The places where cultures are.</summary>
    public sealed partial class Sites(Model model, int count) : Population(model, "sites", count, Regime.RandomSequential)
    {
        /// <summary>All features' traits, five bits each.</summary>
        public partial State<ulong> Culture { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Sites in a row.", Min = 2, Max = 1_000, Source = "Axelrod 1997", AtStartOnly = true)] public int Width { get; set; } = 10;
        [Parameter("Rows of sites.", Min = 2, Max = 1_000, Source = "Axelrod 1997", AtStartOnly = true)] public int Height { get; set; } = 10;
        [Parameter("F: features of a culture.", Min = 1, Max = 12, Source = "Axelrod 1997", AtStartOnly = true)] public int Features { get; set; } = 5;
        [Parameter("q: traits that a feature can have.", Min = 1, Max = 32, Source = "Axelrod 1997", AtStartOnly = true)] public int Traits { get; set; } = 10;
        internal long Agents => (long)Width * Height;
    }
}
