using System.Runtime.InteropServices;
using Agents.Data;
using Experiments.Config;

namespace Experiments.Runs;

/// <summary>The rows of the steps that several runs have in common, kept until each of them has taken them as its own.</summary>
internal sealed class RecordedRows : ISink
{
    private readonly Stream bytes;
    private readonly BinaryWriter writer;
    private readonly BinaryReader reader;
    private readonly double[] modelRow;
    private readonly double[] agentRow;

    /// <param name="study">Whose measures the rows hold.</param>
    /// <param name="bytes">Where they are kept.</param>
    public RecordedRows(Study study, Stream bytes)
    {
        this.bytes = bytes;
        (writer, reader) = (new BinaryWriter(bytes), new BinaryReader(bytes));
        (modelRow, agentRow) = (new double[study.ModelMeasures.Count], new double[study.AgentMeasures.Count]);
    }

    public void ModelRow(int tick, ReadOnlySpan<double> values)
    {
        writer.Write(false);
        writer.Write(tick);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public void AgentRow(int tick, string population, uint agent, ReadOnlySpan<double> values)
    {
        writer.Write(true);
        writer.Write(tick);
        writer.Write(population);
        writer.Write(agent);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Gives all rows to a run, in their order.</summary>
    public void Replay(ISink rows)
    {
        bytes.Position = 0;
        for (var length = bytes.Length; bytes.Position < length;)
        {
            var isAgent = reader.ReadBoolean();
            var tick = reader.ReadInt32();
            if (!isAgent)
            {
                bytes.ReadExactly(MemoryMarshal.AsBytes(modelRow.AsSpan()));
                rows.ModelRow(tick, modelRow);
                continue;
            }
            var (population, agent) = (reader.ReadString(), reader.ReadUInt32());
            bytes.ReadExactly(MemoryMarshal.AsBytes(agentRow.AsSpan()));
            rows.AgentRow(tick, population, agent, agentRow);
        }
    }
}
