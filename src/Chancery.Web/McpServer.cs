using Chancery.Records;
using Chancery.Web.Live;
using Chancery.Web.Mcp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Protocol;

namespace Chancery.Web;

/// <summary>The record for language models: tools of the Model Context Protocol over standard input and output.</summary>
public static class McpServer
{
    /// <summary>Answers on standard output what is asked on standard input, until that ends.</summary>
    /// <param name="options">Which record is asked, and the words it is asked with.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RecordException">There is no such record, or it cannot be opened.</exception>
    public static async Task RunAsync(ServeOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.Record)) throw new RecordException($"there is no record '{options.Record}'; 'chancery read' makes one");
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "chancery" });
        Telemetry.Add(builder);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new Knowledge(options.Pack));
        builder.Services.AddSingleton<LiveRecord>();
        Add(builder.Services).WithStdioServerTransport();
        using var host = builder.Build();
        _ = host.Services.GetRequiredService<LiveRecord>(); // a record that cannot be opened is said at once
        await host.RunAsync(cancel);
    }

    internal static IMcpServerBuilder Add(IServiceCollection services) => services.AddMcpServer(server =>
    {
        server.ServerInfo = new Implementation { Name = "chancery", Version = typeof(McpServer).Assembly.GetName().Version?.ToString(3) ?? "0" };
        server.ServerInstructions = RecordTools.Instructions;
    }).WithTools<RecordTools>();
}
